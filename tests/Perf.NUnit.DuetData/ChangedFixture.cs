using System.Diagnostics;
using System.Diagnostics.Metrics;
using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>What the head changed, or did not. The bodies sleep, so that no neighbour decides.</summary>
[TestFixture]
public sealed class ChangedFixture
{
    private static readonly Meter Meter = new("Perf.DuetData.Changed");
    private static readonly Histogram<double> Stages = Meter.CreateHistogram<double>("duet.stage.duration", "s");
    private static readonly Histogram<double> Score = Meter.CreateHistogram<double>("duet.score", "1");

    // A control that computes tells nothing of how long a sleep takes.
    [Test, MaxRegression(10), PerfControl(typeof(OwnControlFixture.ShortSleep))]
    public void Doubled()
    {
        Stage("load", 5);
        Stage("forward", Side.IsHead ? 15 : 5);
    }

    [Test, MaxRegression(10)]
    public void Unchanged() => Thread.Sleep(5);

    [Test, MaxRegression(10), MaxAllocations(0)]
    public void AllocatesBesideALimitOfTime()
    {
        GC.KeepAlive(new byte[1000]);
        Thread.Sleep(5);
    }

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void AllocatesAsMuch() => GC.KeepAlive(new byte[1000]);

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void AllocatesMore() => GC.KeepAlive(new byte[Side.IsHead ? 1008 : 1000]);

    [Test, MaxRegression(10, Metric = "duet.score", HigherIsBetter = true)]
    public void ScoreFalls() => Score.Record(Side.IsHead ? 0.4 : 0.8);

    private static void Stage(string name, int milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        Thread.Sleep(milliseconds);
        Stages.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("stage", name));
    }
}
