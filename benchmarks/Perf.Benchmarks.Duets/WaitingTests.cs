using NUnit.Framework;

namespace Perf.Benchmarks.Duets;

/// <summary>Asynchronous code: only wall time tells what it takes.</summary>
[TestFixture]
public sealed class WaitingTests
{
    private const int RootsPerItem = 5000;
    private static readonly TimeSpan PerItem = TimeSpan.FromMicroseconds(100);
    private static readonly TimeSpan Sleep = TimeSpan.FromMilliseconds(7);

    private double _sum;

    // It sleeps, and asks again and again for the rest: timers count milliseconds only.
    [Test, MaxRegression(10)]
    public async Task WaitingForAnAnswer()
    {
        long asked = TimeProvider.System.GetTimestamp();
        await Task.Delay(Sleep);
        while (TimeProvider.System.GetElapsedTime(asked) < PerItem * Work.Items)
        {
            await Task.Yield();
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
