using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Bodies that fail in one build only, each build in a process of its own. Beside each stands a promise that is broken.</summary>
[TestFixture]
public sealed class ApartMishapFixture
{
    private static int _calls;

    [SetUp]
    public void SetUp() => _calls = 0;

    [TearDown]
    public void TearDown() => Journal.Note($"torn down after {TestContext.CurrentContext.Test.Name}");

    [TestCase("base"), TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void ThrowsOnTheFiftiethCall(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side && ++_calls == 50)
        {
            throw new InvalidOperationException("kaput at fifty");
        }
    }

    [TestCase("base"), TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void Exits(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side)
        {
            Environment.Exit(7);
        }
    }

    [TestCase("base"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void Hangs(string side)
    {
        GC.KeepAlive(new byte[1000]);
        Thread.Sleep(Side.Copy == side ? Timeout.Infinite : 0);
    }

    [TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void Floods(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side)
        {
            Console.WriteLine(new string('x', 10_000));
        }
    }
}
