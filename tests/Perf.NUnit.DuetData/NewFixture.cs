using System.Diagnostics.Metrics;
using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>What the base build does not have to compare with.</summary>
[TestFixture]
public sealed class NewFixture
{
    private static readonly Meter Meter = new("Perf.DuetData.New");
    private static readonly Histogram<double> Fresh = Meter.CreateHistogram<double>("duet.fresh.duration", "s");

#if HEAD
    [Test, MaxRegression(10), MaxAllocations(0)]
    public void OnlyInHead() => GC.KeepAlive(new byte[1000]);

    [Test, MaxRegression(10)]
    public void PromisedInHead() => Thread.Sleep(1);

    [Test, MaxRegression(10)]
    public void IgnoredInBase() => Thread.Sleep(1);
#else
    [Test]
    public void PromisedInHead() => Thread.Sleep(1);

    [Test, Ignore("not yet"), MaxRegression(10)]
    public void IgnoredInBase() => Thread.Sleep(1);
#endif

    [Test, MaxRegression(10, Metric = "duet.fresh.duration"), MaxRegression(0, Metric = "allocated_bytes")]
    public void NewInstrument()
    {
        GC.KeepAlive(new byte[Side.IsHead ? 1008 : 1000]);
        if (Side.IsHead)
        {
            Fresh.Record(0.001);
        }
    }

    [Test, PerfVersion(Side.Number), MaxRegression(10)]
    public void RaisedVersion() => Thread.Sleep(1);

    [Test, PerfVersion(1, Data = "subject.txt"), MaxRegression(10)]
    public void OtherData() => Thread.Sleep(1);
}
