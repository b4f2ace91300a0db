using System.Diagnostics.Metrics;
using NUnit.Framework;
using Perf.Measurement.Meters;
using Shouldly;

namespace Perf.Tests.Measurement.Meters;

[TestFixture]
public sealed class InstrumentRecorderTests
{
    private static readonly KeyValuePair<string, object?> Forward = new("stage", "forward");
    private static readonly KeyValuePair<string, object?> Load = new("stage", "load");
    private static readonly KeyValuePair<string, object?> Hit = new("hit", true);

    private Meter _meter = null!;

    [SetUp]
    public void CreateMeter() => _meter = new Meter("recorder");

    [TearDown]
    public void DisposeMeter() => _meter.Dispose();

    [Test]
    public void ASampleHasWhatWasRecordedSinceItBegan()
    {
        Histogram<double> histogram = _meter.CreateHistogram<double>("sample");
        using InstrumentRecorder recorder = Of("sample");
        histogram.Record(100);
        recorder.BeginSample();
        histogram.Record(1);
        histogram.Record(2.5);

        recorder.EndSample(0).ShouldBe(new InstrumentSample(3.5, 2, 2.5));
        recorder.BeginSample();
        recorder.EndSample(0).ShouldBe(new InstrumentSample(0, 0, 0));
        recorder.Values(0).ToArray().ShouldBe([100, 1, 2.5]);
    }

    [Test]
    public void EachSelectorTakesItsOwnTags()
    {
        Histogram<double> histogram = _meter.CreateHistogram<double>("tags");
        using InstrumentRecorder recorder = Of("tags", "tags{stage=forward}", "tags{stage=load,hit=true}");
        recorder.BeginSample();
        histogram.Record(1);
        histogram.Record(2, Forward);
        histogram.Record(4, Load);
        histogram.Record(8, Hit, Load);

        recorder.EndSample(0).Sum.ShouldBe(15);
        recorder.EndSample(1).Sum.ShouldBe(2);
        recorder.EndSample(2).Sum.ShouldBe(8);
    }

    [Test]
    public void TagsFixedInInstrumentOrMeterCount()
    {
        using var meter = new Meter("recorder.fixed", null, [Hit]);
        Counter<int> counter = meter.CreateCounter<int>("fixed", null, null, [Forward]);
        using InstrumentRecorder recorder = Of("fixed{hit=true,stage=forward}", "fixed{hit=false}");
        recorder.BeginSample();
        counter.Add(3);

        recorder.EndSample(0).Sum.ShouldBe(3);
        recorder.EndSample(1).Count.ShouldBe(0);
    }

    [Test]
    public void AllNumericTypesAndAllMetersOfTheNameAreTaken()
    {
        using var other = new Meter("recorder.other");
        using InstrumentRecorder recorder = Of("types");
        recorder.BeginSample();
        _meter.CreateCounter<byte>("types").Add(1);
        _meter.CreateUpDownCounter<short>("types").Add(-2);
        _meter.CreateHistogram<int>("types").Record(3);
        _meter.CreateGauge<long>("types").Record(4);
        other.CreateCounter<float>("types").Add(5);
        other.CreateCounter<double>("types").Add(6);
        other.CreateCounter<decimal>("types").Add(7.5m);

        recorder.EndSample(0).ShouldBe(new InstrumentSample(24.5, 7, 7.5));
    }

    [Test]
    public void WhatDoesNotFitIsCountedAndStillSummed()
    {
        Counter<int> counter = _meter.CreateCounter<int>("full");
        using var recorder = new InstrumentRecorder([InstrumentSelector.Parse("full")], 2);
        recorder.BeginSample();
        for (int value = 1; value <= 5; value++)
        {
            counter.Add(value);
        }

        recorder.Values(0).ToArray().ShouldBe([1, 2]);
        recorder.Dropped(0).ShouldBe(3);
        recorder.EndSample(0).Sum.ShouldBe(15);
        recorder.Clear();
        recorder.Values(0).IsEmpty.ShouldBeTrue();
        recorder.Dropped(0).ShouldBe(0);
    }

    [Test]
    public void NothingIsTakenWhileDisabledOrAfterDisposal()
    {
        Counter<int> counter = _meter.CreateCounter<int>("disabled");
        using InstrumentRecorder recorder = Of("disabled");
        recorder.Enabled = false;
        counter.Add(1);
        recorder.Enabled = true;
        counter.Add(2);
        recorder.Dispose();
        counter.Add(4);

        recorder.Values(0).ToArray().ShouldBe([2]);
    }

    [Test]
    public void AnObservableIsAskedOncePerSampleOnlyIfSelected()
    {
        int asked = 0;
        int otherAsked = 0;
        _meter.CreateObservableGauge("observed", () => ++asked);
        _meter.CreateObservableGauge("unselected", () => ++otherAsked);
        using InstrumentRecorder recorder = Of("observed", "observed{stage=forward}");
        recorder.BeginSample();
        recorder.EndSample(0).ShouldBe(new InstrumentSample(1, 1, 1));
        recorder.EndSample(1).Count.ShouldBe(0);
        recorder.BeginSample();
        recorder.EndSample(0).ShouldBe(new InstrumentSample(2, 1, 2));

        otherAsked.ShouldBe(0);
        recorder.Values(0).ToArray().ShouldBe([1, 2]);
    }

    [Test]
    public void AnObservableCounterGivesItsGrowthOverItsTagSets()
    {
        long total = 100;
        _meter.CreateObservableCounter("total", Totals);
        using InstrumentRecorder recorder = Of("total", "total{stage=load}");
        recorder.BeginSample();
        total = 110;
        recorder.EndSample(0).ShouldBe(new InstrumentSample(30, 1, 330));
        recorder.EndSample(1).ShouldBe(new InstrumentSample(20, 1, 220));
        total = 500;
        recorder.BeginSample();
        recorder.EndSample(0).ShouldBe(new InstrumentSample(0, 1, 1500));

        recorder.Values(0).ToArray().ShouldBe([30, 0]);

        IEnumerable<Measurement<long>> Totals() => [new(total, Forward), new(2 * total, Load)];
    }

    [Test]
    public void AGaugeBesideAnObservableCounterIsNotAskedForItsStart()
    {
        _meter.CreateObservableCounter("both", () => 1);
        _meter.CreateObservableGauge("gauge", () => 5);
        using InstrumentRecorder recorder = Of("both", "gauge");
        recorder.BeginSample();
        recorder.EndSample(1);

        recorder.Values(1).ToArray().ShouldBe([5]);
    }

    [Test]
    public void RecordingAllocatesNothing()
    {
        Histogram<double> histogram = _meter.CreateHistogram<double>("allocations");
        Counter<long> counter = _meter.CreateCounter<long>("allocations.count");
        using InstrumentRecorder recorder = Of("allocations{stage=forward}", "allocations.count");
        RecordSamples(10);

        long before = GC.GetAllocatedBytesForCurrentThread();
        RecordSamples(1000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        recorder.Values(0).Length.ShouldBe(1010);
        recorder.EndSample(1).ShouldBe(new InstrumentSample(3, 1, 3));

        void RecordSamples(int count)
        {
            for (int sample = 0; sample < count; sample++)
            {
                recorder.BeginSample();
                histogram.Record(1, Forward, Hit);
                counter.Add(3, Load);
                recorder.EndSample(0);
                recorder.EndSample(1);
            }
        }
    }

    [Test]
    public void RecordingsOfManyThreadsAreAllTaken()
    {
        Counter<int> counter = _meter.CreateCounter<int>("threads");
        using InstrumentRecorder recorder = Of("threads");
        recorder.BeginSample();
        Parallel.For(0, 10_000, _ => counter.Add(2));

        recorder.EndSample(0).Sum.ShouldBe(20_000);
        recorder.Values(0).Length.ShouldBe(10_000);
    }

    private static InstrumentRecorder Of(params string[] selectors) =>
        new([.. selectors.Select(InstrumentSelector.Parse)]);
}
