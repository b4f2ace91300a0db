using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Bodies that end the test host, by name before the one that shows that tests go on.</summary>
[TestFixture]
public sealed class DeadlyFixture
{
    private static int _calls;

    [TestCase("base", 0), TestCase("head", 7), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void Exits(string side, int code)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side && ++_calls == 50)
        {
            Environment.Exit(code);
        }
    }

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void FailsFast()
    {
        if (Side.Copy == "base")
        {
            Environment.FailFast("kaput for good");
        }
    }

    // As a test host does whose parent has gone.
    [Test, MaxRegression(10)]
    public void SomethingElseExits()
    {
        Thread.Sleep(5);
        if (Side.Copy == "base" && ++_calls == 50)
        {
            new Thread(() => Environment.Exit(9)) { IsBackground = true }.Start();
        }
    }

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void ThenTestsGoOn() => GC.KeepAlive(new byte[1000]);
}
