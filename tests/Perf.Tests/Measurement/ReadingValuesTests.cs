using NUnit.Framework;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class ReadingValuesTests
{
    private const string Images = "receipts.images";

    [Test]
    public void TheTimeOfTheBodyIsWallTime()
    {
        LaunchSamples samples = SomeSamples.Lasting(1, 2) with { CpuSeconds = [0.1, 0.2] };

        ReadingValues.Of(new Reading.BodyTime(), samples).ShouldBe([1, 2]);
    }

    [Test]
    public void AllocationsAreBytesAnIteration() =>
        ReadingValues.Of(new Reading.Allocations(), SomeSamples.Lasting(1, 2) with { AllocatedBytes = [24, 48] })
            .ShouldBe([24, 48]);

    [Test]
    public void ThroughputIsItemsOverTheTimeOfTheirOwnIteration()
    {
        LaunchSamples samples =
            SomeSamples.Lasting(0.5, 2) with { Instruments = [SomeSamples.Instrument(Images, 10, 30)] };

        ReadingValues.Of(new Reading.Throughput(SomeObjectives.Images), samples).ShouldBe([20, 15]);
    }

    [Test]
    public void AnInstrumentIsFoundByNameAndTags()
    {
        LaunchSamples samples = SomeSamples.Lasting(1) with
        {
            Instruments =
            [
                SomeSamples.Instrument("receipts.stage.duration", 1),
                SomeSamples.Instrument("receipts.stage.duration{stage=forward}", 2),
            ],
        };

        ReadingValues.Of(new Reading.InstrumentValue(SomeObjectives.Stage), samples).ShouldBe([2]);
    }

    [Test]
    public void AnIterationInWhichNothingWasRecordedHasNoValue() =>
        ReadingValues.Of(
                new Reading.InstrumentValue(SomeObjectives.Images),
                SomeSamples.Recording(Images, 3, double.NaN, 5))
            .ShouldBe([3, 5]);

    [Test]
    public void AnInstrumentThatIsMissingRecordedNothing() =>
        ShouldTellThatNothingWasRecorded(
            new Reading.InstrumentValue(SomeObjectives.Images), SomeSamples.Recording("another", 1));

    [Test]
    public void AnInstrumentWithoutAnyMeanRecordedNothing() =>
        ShouldTellThatNothingWasRecorded(
            new Reading.InstrumentValue(SomeObjectives.Images), SomeSamples.Recording(Images, double.NaN, double.NaN));

    [Test]
    public void ADurationThatWasNeverRecordedIsNotZero() =>
        ShouldTellThatNothingWasRecorded(
            new Reading.InstrumentValue(SomeObjectives.Images),
            SomeSamples.Lasting(1, 1) with
            {
                Instruments = [new InstrumentSamples(Images, "s", IsDuration: true, [0, 0], Values: [])],
            });

    [Test]
    public void ACounterThatWasNeverIncrementedIsZero() =>
        ReadingValues.Of(
                new Reading.InstrumentValue(SomeObjectives.Images),
                SomeSamples.Lasting(1, 1) with
                {
                    Instruments = [new InstrumentSamples(Images, "{miss}", IsDuration: false, [0, 0], Values: [])],
                })
            .ShouldBe([0, 0]);

    [Test]
    public void ARateOfItemsThatWereNeverCountedIsNotZero() =>
        ShouldTellThatNothingWasRecorded(
            new Reading.Throughput(SomeObjectives.Images),
            SomeSamples.Lasting(1, 1) with
            {
                Instruments = [new InstrumentSamples(Images, "{image}", IsDuration: false, [0, 0], Values: [])],
            });

    [Test]
    public void ATailPoolsEveryRecording()
    {
        double[] values = [.. Enumerable.Range(1, 20).Select(i => (double)i)];
        LaunchSamples samples = SomeSamples.Lasting(1, 1) with
        {
            Instruments = [new InstrumentSamples(Images, "s", IsDuration: true, PerIteration: [55, 155], values)],
        };

        ReadingValues.OfTail(new Reading.TailRatio(SomeObjectives.Images, 95), samples).ShouldBe(values);
    }

    [Test]
    public void ATailOfNineteenValuesIsRefusedInWords()
    {
        double[] values = [.. Enumerable.Repeat(1.0, 19)];

        Should.Throw<MeasurementException>(() => ReadingValues.OfTail(
                new Reading.TailRatio(SomeObjectives.Images, 95), SomeSamples.Recording(Images, values)))
            .Message.ShouldBe(
                "instrument receipts.images recorded 19 values in 19 iterations; "
                + "a tail ratio needs at least 20: make the body run more batches");
    }

    [Test]
    public void MemoryHasNoValuesAnIteration() =>
        Should.Throw<ArgumentException>(
            () => ReadingValues.Of(new Reading.ProcessMemory(), SomeSamples.Lasting(1)));

    private static void ShouldTellThatNothingWasRecorded(Reading.OfInstrument reading, LaunchSamples samples) =>
        Should.Throw<MeasurementException>(() => ReadingValues.Of(reading, samples))
            .Message.ShouldBe("instrument receipts.images recorded nothing while the body was measured");
}
