using System.Diagnostics.Metrics;
using NUnit.Framework;
using Perf.Measurement.Meters;
using Shouldly;

namespace Perf.Tests.Measurement.Meters;

[TestFixture]
public sealed class InstrumentCatalogTests
{
    [Test]
    public void EveryInstrumentIsListedWithKindUnitAndTagSets()
    {
        using var meter = new Meter("catalog.kinds");
        Counter<int> counter = meter.CreateCounter<int>("a.counter", "{image}");
        using InstrumentCatalog catalog = InstrumentCatalog.Start();
        UpDownCounter<short> upDown = meter.CreateUpDownCounter<short>("b.updown");
        Histogram<double> histogram = meter.CreateHistogram<double>("c.histogram", "s");
        Gauge<decimal> gauge = meter.CreateGauge<decimal>("d.gauge");
        meter.CreateObservableCounter("e.observable", () => 7L);
        meter.CreateObservableUpDownCounter("f.observable", () => 7f);
        meter.CreateObservableGauge("g.observable", () => new Measurement<byte>(7, new("pool", "a"), new("old", true)));

        counter.Add(1);
        counter.Add(1, new KeyValuePair<string, object?>("hit", true));
        counter.Add(1, new KeyValuePair<string, object?>("hit", false));
        counter.Add(1, new KeyValuePair<string, object?>("hit", true));
        histogram.Record(0.5, new("stage", "load"), new("hit", false));
        upDown.Add(-1);
        gauge.Record(2.5m);

        OfMeter(catalog, "catalog.kinds").Select(Text).ShouldBe(
        [
            "a.counter Counter {image} 4/1 [hit=false hit=true]",
            "b.updown UpDownCounter  1/1 []",
            "c.histogram Histogram s 1/0 [hit=false,stage=load]",
            "d.gauge Gauge  1/1 []",
            "e.observable ObservableCounter  1/1 []",
            "f.observable ObservableUpDownCounter  1/1 []",
            "g.observable ObservableGauge  1/0 [old=true,pool=a]",
        ]);
    }

    [Test]
    public void MetersOfThePlatformAreLeftOut()
    {
        using var system = new Meter("System.Catalog");
        using var microsoft = new Meter("Microsoft.Catalog");
        using var subject = new Meter("Systematic.Catalog");
        using InstrumentCatalog catalog = InstrumentCatalog.Start();
        system.CreateCounter<int>("i");
        microsoft.CreateCounter<int>("i");
        subject.CreateCounter<int>("i");

        IReadOnlyList<SeenInstrument> seen = catalog.Complete();

        seen.ShouldContain(one => one.Meter == "Systematic.Catalog" && one.Recordings == 0);
        seen.ShouldNotContain(one => one.Meter == "System.Catalog" || one.Meter == "Microsoft.Catalog");
    }

    [Test]
    public void AMeterMadeTwiceIsListedOnceWithTheTagsThatAreFixedInIt()
    {
        using var first = new Meter("catalog.twice", null, [new("build", 1)]);
        using var second = new Meter("catalog.twice", null, [new("build", 2)]);
        using InstrumentCatalog catalog = InstrumentCatalog.Start();
        first.CreateCounter<int>("i").Add(1);
        second.CreateCounter<int>("i").Add(1, new KeyValuePair<string, object?>("a", null));

        OfMeter(catalog, "catalog.twice").Select(Text).ShouldBe(["i Counter  2/0 [a=,build=2 build=1]"]);
    }

    [Test]
    public void AnObservableThatFailsHidesNoOther()
    {
        using var meter = new Meter("catalog.failing");
        using InstrumentCatalog catalog = InstrumentCatalog.Start();
        meter.CreateObservableGauge("a.failing", (Func<int>)(() => throw new InvalidOperationException()));
        meter.CreateObservableGauge("b.working", () => 1);

        OfMeter(catalog, "catalog.failing").Select(one => one.Recordings).ShouldBe([0, 1]);
    }

    [Test]
    public void ATagOfManyValuesIsCutShort()
    {
        using var meter = new Meter("catalog.many");
        using InstrumentCatalog catalog = InstrumentCatalog.Start();
        Counter<int> counter = meter.CreateCounter<int>("i");
        Parallel.For(0, 1000, image => counter.Add(1, new KeyValuePair<string, object?>("image", image)));

        SeenInstrument seen = OfMeter(catalog, "catalog.many").ShouldHaveSingleItem();
        seen.Recordings.ShouldBe(1000);
        seen.TagSets.Count.ShouldBe(InstrumentCatalog.TagSetCapacity);
    }

    private static IEnumerable<SeenInstrument> OfMeter(InstrumentCatalog catalog, string meter) =>
        catalog.Complete().Where(seen => seen.Meter == meter);

    private static string Text(SeenInstrument seen) =>
        $"{seen.Name} {seen.Kind} {seen.Unit} {seen.Recordings}/{seen.UntaggedRecordings} "
        + $"[{string.Join(' ', seen.TagSets)}]";
}
