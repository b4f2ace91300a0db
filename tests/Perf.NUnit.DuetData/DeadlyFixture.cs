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

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void ThenTestsGoOn() => GC.KeepAlive(new byte[1000]);
}
