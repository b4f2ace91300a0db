using System.Diagnostics.Metrics;
using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SamplerInstrumentTests
{
    private FakeClock _clock = null!;
    private Meter _meter = null!;

    [SetUp]
    public void StartAnew() => (_clock, _meter) = (new FakeClock(), new Meter("sampler"));

    [TearDown]
    public void DisposeMeter() => _meter.Dispose();

    [Test]
    public void ACounterIsSummedOverAnIteration()
    {
        Counter<int> images = _meter.CreateCounter<int>("sampler.images", "{image}");

        InstrumentSamples samples = Measure(InstrumentKind.Counter, "sampler.images", "{image}", () =>
        {
            images.Add(3);
            images.Add(5);
        });

        samples.PerIteration.ShouldBe([8, 8, 8, 8, 8]);
        samples.Selector.ShouldBe("sampler.images");
        samples.Unit.ShouldBe("{image}");
        samples.IsDuration.ShouldBeFalse();
    }

    [Test]
    public void DurationsAreSummedOverAnIterationAndKeptOneByOne()
    {
        Histogram<double> stage = _meter.CreateHistogram<double>("sampler.stage", "s");

        InstrumentSamples samples = Measure(InstrumentKind.Histogram, "sampler.stage", "s", () =>
        {
            stage.Record(0.25);
            stage.Record(0.5);
        });

        samples.PerIteration.ShouldBe([0.75, 0.75, 0.75, 0.75, 0.75]);
        samples.IsDuration.ShouldBeTrue();
        samples.Values.Count.ShouldBe(2 * 5 * 5);
        samples.Values.Take(3).ShouldBe([0.25, 0.5, 0.25]);
    }

    [Test]
    public void OfAnyOtherHistogramTheMeanIsTold()
    {
        Histogram<int> score = _meter.CreateHistogram<int>("sampler.score", "1");

        Measure(InstrumentKind.Histogram, "sampler.score", "1", () =>
        {
            score.Record(2);
            score.Record(5);
        }).PerIteration.ShouldBe([3.5, 3.5, 3.5, 3.5, 3.5]);
    }

    [Test]
    public void OfAGaugeTheLastValueIsTold()
    {
        Gauge<int> queue = _meter.CreateGauge<int>("sampler.queue");

        Measure(InstrumentKind.Gauge, "sampler.queue", null, () =>
        {
            queue.Record(9);
            queue.Record(4);
        }).PerIteration.ShouldBe([4, 4, 4, 4, 4]);
    }

    [Test]
    public void AGaugeThatIsNotSetInAnIterationHasNoValueInsteadOfZero()
    {
        Gauge<int> queue = _meter.CreateGauge<int>("sampler.once");
        queue.Record(9);

        Measure(InstrumentKind.Gauge, "sampler.once", null, () => { })
            .PerIteration.ShouldAllBe(value => double.IsNaN(value));
    }

    [Test]
    public void AnObservableGaugeIsAskedOnceASample()
    {
        int asked = 0;
        _meter.CreateObservableGauge("sampler.asked", () => ++asked);

        IReadOnlyList<double> values =
            Measure(InstrumentKind.ObservableGauge, "sampler.asked", null, () => { }).PerIteration;

        values.Zip(values.Skip(1), (before, after) => after - before).ShouldBe([1, 1, 1, 1]);
    }

    [Test]
    public void HitsAreCountedFromTheFirstBatchAfterTheWarmUpBatches()
    {
        Counter<int> lookups = _meter.CreateCounter<int>("sampler.lookups");
        int calls = 0;
        using HitCounter hits = new(InstrumentSelector.Parse("sampler.lookups"), warmupBatches: 1);

        LaunchSamples samples = Measure(new SamplingPlan { IsNoisy = false, Hits = hits }, 0.2, () =>
        {
            lookups.Add(1, new KeyValuePair<string, object?>("hit", calls > 0));
            calls++;
        });

        samples.Hits.ShouldBe(new HitCount(calls - 1, calls - 1));
    }

    private InstrumentSamples Measure(InstrumentKind kind, string selector, string? unit, Action body)
    {
        SelectedInstrument instrument = new(InstrumentSelector.Parse(selector), kind, unit);
        LaunchSamples samples =
            Measure(new SamplingPlan { IsNoisy = false, Instruments = [instrument] }, 0.0002, body);
        samples.CallsPerSample.ShouldBe(5);
        return samples.Instruments.ShouldHaveSingleItem();
    }

    private LaunchSamples Measure(SamplingPlan plan, double seconds, Action body)
    {
        return new Sampler(FakeProbes.With(_clock)).Measure(Iteration, plan, seconds, () => { });

        void Iteration()
        {
            _clock.Work(seconds);
            body();
        }
    }
}
