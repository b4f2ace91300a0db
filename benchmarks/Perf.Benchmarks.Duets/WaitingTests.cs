using NUnit.Framework;

namespace Perf.Benchmarks.Duets;

/// <summary>Asynchronous code: only wall time tells what it takes.</summary>
[TestFixture]
public sealed class WaitingTests
{
    private const int Answers = 2;
    private const int RootsPerItem = 5000;
    private static readonly TimeSpan PerItem = TimeSpan.FromMicroseconds(30);

    private double _sum;

    // It sleeps, and asks again and again for the rest: timers count milliseconds only.
    [Test, MaxRegression(10)]
    public async Task WaitingForAnswers()
    {
        for (int answer = 0; answer < Answers; answer++)
        {
            long asked = TimeProvider.System.GetTimestamp();
            await Task.Delay(1);
            while (TimeProvider.System.GetElapsedTime(asked) < PerItem * Work.Items)
            {
                await Task.Yield();
            }
        }
    }

    [Test, MaxRegression(10)]
    public async Task WaitingForAThread() => _sum += await Task.Run(() =>
    {
        double sum = 0;
        for (int root = 0; root < RootsPerItem * Work.Items; root++)
        {
            sum += Math.Sqrt(root);
        }

        return sum;
    });
}
