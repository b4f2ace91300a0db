using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Bodies that end the test host.</summary>
[TestFixture]
public sealed class DeadlyFixture
{
    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void BaseExits() => ExitIn("base");

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void HeadExits() => ExitIn("head");

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void BaseFailsFast()
    {
        if (Side.Copy == "base")
        {
            Environment.FailFast("kaput for good");
        }
    }

    private static void ExitIn(string side)
    {
        if (Side.Copy == side)
        {
            Environment.Exit(7);
        }
    }
}
