using System.Diagnostics.Metrics;
using NUnit.Framework;
using Perf.Measurement.Meters;
using Shouldly;

namespace Perf.Tests.Measurement.Meters;

[TestFixture]
public sealed class HitCounterTests
{
    private static readonly InstrumentSelector Lookups = InstrumentSelector.Parse("hits.lookups");

    private Meter _meter = null!;
    private Counter<long> _lookups = null!;

    [SetUp]
    public void CreateMeter()
    {
        _meter = new Meter("hits");
        _lookups = _meter.CreateCounter<long>("hits.lookups");
    }

    [TearDown]
    public void DisposeMeter() => _meter.Dispose();

    [Test]
    public void HitsAndLookupsAreCountedByTheTag()
    {
        using var counter = new HitCounter(Lookups, 0);
        Look(true);
        Look("false");
        Look("True", 3);

        (counter.Hits, counter.Lookups).ShouldBe((4, 5));
    }

    [Test]
    public void IterationsBeforeTheWarmUpHasPassedDoNotCount()
    {
        using var counter = new HitCounter(Lookups, 2);
        Look(false);
        counter.NextIteration();
        Look(false);
        counter.NextIteration();
        Look(true);
        counter.NextIteration();
        Look(false);

        (counter.Hits, counter.Lookups, counter.Batches).ShouldBe((1, 2, 3));
    }

    [Test]
    public void BatchesAreTheRecordingsOfTheirInstrumentWhenOneIsNamed()
    {
        Histogram<double> batch = _meter.CreateHistogram<double>("hits.batch");
        using var counter = new HitCounter(Lookups, 1, InstrumentSelector.Parse("hits.batch{split=test}"));
        counter.NextIteration();
        batch.Record(1);
        Look(false);
        batch.Record(1, new KeyValuePair<string, object?>("split", "test"));
        Look(true);

        (counter.Hits, counter.Lookups, counter.Batches).ShouldBe((1, 1, 1));
    }

    [Test]
    public void OnlyLookupsWithTheSelectedTagsCount()
    {
        using var counter = new HitCounter(InstrumentSelector.Parse("hits.lookups{cache=polygons}"), 0);
        Look(true);
        _lookups.Add(1, new("cache", "polygons"), new("hit", true));

        (counter.Hits, counter.Lookups).ShouldBe((1, 1));
    }

    [Test]
    public void ALookupThatDoesNotSayWhetherItHitIsTold()
    {
        using var counter = new HitCounter(Lookups, 0);
        _lookups.Add(1);
        Look("perhaps");

        (counter.Lookups, counter.UnmarkedRecordings).ShouldBe((0, 2));
    }

    private void Look(object hit, long times = 1) => _lookups.Add(times, new KeyValuePair<string, object?>("hit", hit));
}
