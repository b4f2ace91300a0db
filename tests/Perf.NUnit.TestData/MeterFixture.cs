using System.Diagnostics.Metrics;
using NUnit.Framework;

namespace Perf.TestData;

/// <summary>Publishes instruments, as a subject would.</summary>
[TestFixture, Section("cache")]
public sealed class MeterFixture
{
    private static readonly Meter Meter = new("Perf.TestData");
    private static readonly Counter<long> Items = Meter.CreateCounter<long>("data.items", "{item}");
    private static readonly Histogram<double> Batches = Meter.CreateHistogram<double>("data.batch.duration", "s");
    private static readonly Histogram<double> Stages = Meter.CreateHistogram<double>("data.stage.duration", "s");
    private static readonly Histogram<double> Score = Meter.CreateHistogram<double>("data.score", "1");
    private static readonly Counter<long> Lookups = Meter.CreateCounter<long>("data.lookups", "{lookup}");
    private static readonly Counter<long> Silent = Meter.CreateCounter<long>("data.silent", "{item}");

    private int _call;

    [Test, MinThroughput(10)]
    public void Throughput() => Publish();

    [Test, MaxTailRatio]
    public void TailRatio() => Publish();

    [Test, MinCacheHitRate]
    public void HitRate() => Publish();

    [Test, MinMetric("data.score", 0.8), MaxMetric("data.stage.duration{stage=forward}", 1)]
    public void Metrics() => Publish();

    [Test, MinMetric("data.score", 0.99)]
    public void ScoreTooLow() => Publish();

    [Test, MaxMetric("data.silent", 1)]
    public void NothingRecorded() => Publish();

    [Test, MaxMetric("data.nowhere", 1)]
    public void NoSuchInstrument() => Publish();

    private void Publish()
    {
        bool hit = _call++ > 1;
        Thread.Sleep(1);
        Items.Add(2);
        Lookups.Add(1, new KeyValuePair<string, object?>("hit", hit));
        Stages.Record(0.0007, new KeyValuePair<string, object?>("stage", "forward"));
        Stages.Record(0.0003, new KeyValuePair<string, object?>("stage", "load"));
        Score.Record(0.9);
        Batches.Record(0.001);
        if (_call < 0)
        {
            Silent.Add(1);
        }
    }
}
