using NUnit.Framework;
using Perf.Controlled;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Controlled;

[TestFixture]
public sealed class ControlledValuesTests
{
    [Test]
    public void WithoutCollectionsATimeIsWhatTheClockSaid() =>
        Times(SomeControlled.Samples([0.002, 0.003])).ShouldBe([0.002, 0.003]);

    [Test]
    public void ACollectionIsPaidByWhoAllocatesWhereverItFalls()
    {
        // It fell on the second call, which took 4 ms longer; all four allocate the same.
        ControlledSamples samples = Allocating([0.002, 0.006, 0.002, 0.002], pauses: [0, 0.004, 0, 0], bytes: [1000, 1000, 1000, 1000]);

        Times(samples).ShouldAllBe(seconds => Math.Abs(seconds - 0.003) < 1e-12);
    }

    [Test]
    public void WhoAllocatesMorePaysMore()
    {
        ControlledSamples samples = Allocating([0.002, 0.006, 0.002], pauses: [0, 0.004, 0], bytes: [3000, 1000, 0]);

        double[] times = Times(samples);

        times[0].ShouldBe(0.005, 1e-12);
        times[1].ShouldBe(0.003, 1e-12);
        times[2].ShouldBe(0.002, 1e-12);
    }

    [Test]
    public void WhatACollectionWaitedForAProcessorIsNotPaidInCpuTime()
    {
        // In two of ten samples a collection took 1 ms of the processor, in a pause of 3 ms.
        double[] seconds = [.. Enumerable.Repeat(0.002, 8), 0.003, 0.003];
        double[] pauses = [.. Enumerable.Repeat(0.0, 8), 0.003, 0.003];
        ControlledSamples samples = Allocating(seconds, pauses, [.. Enumerable.Repeat(1000.0, 10)]);

        Times(samples).ShouldAllBe(time => Math.Abs(time - 0.0022) < 1e-12);
        Times(samples, inWall: true).ShouldNotContain(time => Math.Abs(time - 0.0022) < 1e-12);
    }

    [Test]
    public void TheControlPaysForWhatItAllocates()
    {
        // Half of all bytes are the control's, and so is half of the collections; one of two fell on it.
        ControlledSamples samples = Allocating([0.002, 0.006, 0.002, 0.002], pauses: [0, 0.004, 0, 0], bytes: [1000, 1000, 1000, 1000]) with
        {
            ControlAllocatedBytes = 4000,
            ControlPauseSeconds = 0.002,
        };

        Times(samples).ShouldAllBe(seconds => Math.Abs(seconds - (0.002 + (0.006 / 8))) < 1e-12);
    }

    [Test]
    public void SeveralCallsASampleCountAsOften()
    {
        // Two calls a sample: the values are per iteration, the control's are not.
        ControlledSamples samples = Allocating([0.002, 0.004], pauses: [0, 0.002], bytes: [1000, 1000])
            .WithSamples(body => body with { CallsPerSample = 2 }) with
        { ControlAllocatedBytes = 4000, ControlPauseSeconds = 0.004 };

        Times(samples).ShouldAllBe(seconds => Math.Abs(seconds - 0.003) < 1e-12);
    }

    [Test]
    public void WithoutBytesNobodyPays() =>
        Times(Allocating([0.002, 0.006], pauses: [0, 0.004], bytes: [0, 0])).ShouldAllBe(seconds => Math.Abs(seconds - 0.002) < 1e-12);

    [Test]
    public void AServersCollectionsAreInNoThreadsTime()
    {
        ControlledSamples samples =
            Allocating([0.002, 0.006], pauses: [0, 0.004], bytes: [1000, 1000]) with { IsServerCollector = true };

        Times(samples).ShouldBe([0.002, 0.006]);
        Times(samples, inWall: true).ShouldAllBe(seconds => Math.Abs(seconds - 0.004) < 1e-12);
    }

    [Test]
    public void ATimeThatACollectionHidesIsNone()
    {
        double[] times = Times(Allocating([0.002, 0.0049, 0.002], pauses: [0, 0.004, 0], bytes: [0, 0, 0]));

        times[1].ShouldBe(double.NaN);
        times[0].ShouldBe(0.002);
    }

    [Test]
    public void ARateIsOfTheTimeThatCounts()
    {
        ControlledSamples samples = SomeControlled.Samples([0.002, 0.004])
            .WithSamples(body => body with { WallSeconds = [0.5, 0.25] })
            .Recording(SomeSamples.Instrument("receipts.images", 8, 8));
        Reading reading = SomeObjectives.Throughput.Reading;

        ControlledValues.Of(reading, samples, inWall: false).ShouldBe([4000, 2000]);
        ControlledValues.Of(reading, samples, inWall: true).ShouldBe([16, 32]);
    }

    [Test]
    public void WhatAnInstrumentRecordedIsLeftAsItIs()
    {
        ControlledSamples samples = SomeControlled.Samples([0.002, 0.002]).Recording(SomeSamples.Instrument("receipts.score", 0.25, double.NaN));

        ControlledValues.Of(SomeObjectives.Score.Reading, samples, inWall: false).ShouldBe([0.25, double.NaN]);
        ControlledValues.IsAlwaysInWall(SomeObjectives.Score.Reading).ShouldBeTrue();
        ControlledValues.IsAlwaysInWall(SomeObjectives.Throughput.Reading).ShouldBeFalse();
    }

    private static double[] Times(ControlledSamples samples, bool inWall = false) =>
        ControlledValues.Of(new Reading.BodyTime(), samples, inWall);

    private static ControlledSamples Allocating(double[] seconds, double[] pauses, double[] bytes)
    {
        ControlledSamples samples = SomeControlled.Samples(seconds).WithSamples(body => body with { AllocatedBytes = bytes });
        return samples with { Subject = samples.Subject with { PauseSeconds = pauses } };
    }
}
