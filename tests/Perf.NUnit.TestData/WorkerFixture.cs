using NUnit.Framework;

namespace Perf.TestData;

/// <summary>Bodies that behave in the test host and misbehave in a further process.</summary>
[TestFixture]
public sealed class WorkerFixture
{
    // A worker runs this assembly by `dotnet exec Perf.NUnit.dll`.
    private static readonly bool IsWorker = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name == "Perf.NUnit";

    // Over the limit by so much that only another process is missing for red.
    [Test, MaxDuration(0.001)]
    public void Agrees() => Thread.Sleep(10);

    [Test, MaxDuration(0.001)]
    public void Dies()
    {
        Thread.Sleep(10);
        if (IsWorker)
        {
            Console.Error.WriteLine("about to die");
            Environment.Exit(7);
        }
    }

    [Test, MaxDuration(0.001)]
    public void Throws()
    {
        Thread.Sleep(10);
        if (IsWorker)
        {
            throw new InvalidOperationException("not in a second process");
        }
    }

    [Test, MaxDuration(0.001)]
    public void Chatters()
    {
        Thread.Sleep(10);
        if (IsWorker)
        {
            Console.Out.WriteLine(new string('x', 100_000));
        }
    }

    [Test, MaxDuration(0.001)]
    public void Hangs()
    {
        Thread.Sleep(10);
        if (IsWorker)
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
