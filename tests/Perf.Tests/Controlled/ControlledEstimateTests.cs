using NUnit.Framework;
using Perf.Controlled;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Controlled;

[TestFixture]
public sealed class ControlledEstimateTests
{
    private static readonly double Undisturbed = Math.Log(0.002 / SomeControlled.Control);

    [TestCase(1, 0.05)]
    [TestCase(4, 0.05)]
    [TestCase(5, 0)]
    public void AFewCallsAreNotBelievedToAgree(int calls, double error) =>
        Of(SomeControlled.Samples([.. Enumerable.Repeat(0.002, calls)])).Estimate.StandardError.ShouldBe(error, 1e-9);

    [Test]
    public void ADisturbanceOfControlAndBodyAlikeCancels()
    {
        double[] slowness = [1, 1, 1.5, 3, 3, 1.2, 1, 1.7];

        ControlledEstimate estimate = Of(SomeControlled.Samples(
            [.. slowness.Select(slow => 0.002 * slow)], [.. slowness.Select(slow => SomeControlled.Control * slow)]));

        estimate.Estimate.Value.ShouldBe(Undisturbed, 1e-12);
        estimate.Estimate.StandardError.ShouldBe(0, 1e-12);
        (estimate.Calls, estimate.SetAside).ShouldBe((8, 0));
    }

    [Test]
    public void TheControlBeforeAndAfterCountInEqualParts()
    {
        ControlledSamples samples = SomeControlled.Launch();
        samples = samples with { Cpu = samples.Cpu with { ControlAfter = [.. samples.Cpu.ControlAfter.Select(seconds => seconds * 1.44)] } };

        Of(samples).Estimate.Value.ShouldBe(Undisturbed - Math.Log(1.2), 1e-12);
    }

    [Test]
    public void TheErrorKnowsThatSuccessiveCallsAreNotIndependent()
    {
        // ln ratios of -2, -1, 0, 1 and 2 %: their median absolute deviation is 1 %.
        double[] logs = [-0.02, -0.01, 0, 0.01, 0.02];

        ControlledEstimate estimate = Of(SomeControlled.Samples([.. logs.Select(log => 0.002 * Math.Exp(log))]));

        estimate.Estimate.Value.ShouldBe(Undisturbed, 1e-12);
        estimate.Estimate.StandardError.ShouldBe(1.5 * 1.2533 * 1.4826 * 0.01 / Math.Sqrt(5), 1e-9);
    }

    [TestCase(20, 1.0, 0.6)]
    [TestCase(19, 1.3, 0)]
    public void OnlyQuietCallsAreUsedWhereThereAreTwenty(int quiet, double expected, double setAside)
    {
        // Most calls are disturbed, and the body more than the control.
        ControlledEstimate estimate = Of(PartlyQuiet(quiet, disturbed: 30));

        Math.Exp(estimate.Estimate.Value - Undisturbed).ShouldBe(expected, 1e-9);
        (estimate.Calls, estimate.QuietCalls).ShouldBe((quiet + 30, quiet));
        estimate.SetAside.ShouldBe(setAside, 1e-12);
    }

    [Test]
    public void ACallIsQuietOnlyWhenTheSentinelIsOnBothSides()
    {
        ControlledSamples samples = PartlyQuiet(quiet: 20, disturbed: 30);
        double[] calm = [.. samples.Cpu.SentinelAfter.Select(_ => SomeControlled.Sentinel)];

        Of(samples with { Cpu = samples.Cpu with { SentinelBefore = calm } }).QuietCalls.ShouldBe(20);
        Of(samples with { Cpu = samples.Cpu with { SentinelAfter = calm } }).QuietCalls.ShouldBe(20);
        Of(samples with { Cpu = samples.Cpu with { SentinelBefore = calm, SentinelAfter = calm } }).QuietCalls.ShouldBe(50);
    }

    [TestCase(1.0499, 40)]
    [TestCase(1.0501, 0)]
    public void QuietIsWhatIsFivePercentAboveTheFloorAtMost(double sentinel, int expected) =>
        Of(SomeControlled.Launch().With(sentinel: sentinel)).QuietCalls.ShouldBe(expected);

    [Test]
    public void WithHelpersTheSentinelSeesTooLittleToChooseBy() =>
        Math.Exp(Of(PartlyQuiet(quiet: 25, disturbed: 30) with { HasHelpers = true }).Estimate.Value - Undisturbed).ShouldBe(1.3, 1e-9);

    [Test]
    public void EachClockHasItsOwnControlAndSentinel()
    {
        ControlledSamples samples = SomeControlled.Launch();
        samples = samples.WithSamples(body => body with { WallSeconds = [.. body.WallSeconds.Select(seconds => seconds * 1.5)] })
            with
        { Wall = samples.With(control: 1.2, sentinel: 2).Wall };

        (Of(samples).QuietCalls, Of(samples, inWall: true).QuietCalls).ShouldBe((40, 0));
        Of(samples).Estimate.Value.ShouldBe(Undisturbed, 1e-12);
        Of(samples, inWall: true).Estimate.Value.ShouldBe(Undisturbed + Math.Log(1.5 / 1.2), 1e-12);
    }

    [Test]
    public void ARateIsTurnedSoThatMoreIsWorse()
    {
        double[] slowness = [.. Enumerable.Range(0, 40).Select(index => index % 3 == 0 ? 1.5 : 1)];
        ControlledSamples samples = SomeControlled
            .Samples([.. slowness.Select(slow => 0.002 * slow)], [.. slowness.Select(slow => SomeControlled.Control * slow)])
            .Recording(SomeSamples.Instrument("receipts.images", [.. slowness.Select(_ => 8.0)]));
        Reading reading = SomeObjectives.Throughput.Reading;

        ControlledEstimate estimate = ControlledEstimate.Of(reading, Direction.HigherIsBetter, samples, inWall: false, SomeControlled.Sentinel);

        estimate.Estimate.Value.ShouldBe(Undisturbed - Math.Log(8), 1e-12);
        estimate.Estimate.StandardError.ShouldBe(0, 1e-12);

        // The items of half the time are twice as good: ln 2 less.
        ControlledSamples faster = samples.WithSamples(body => body with { CpuSeconds = [.. body.CpuSeconds.Select(seconds => seconds / 2)] });
        ControlledEstimate.Of(reading, Direction.HigherIsBetter, faster, inWall: false, SomeControlled.Sentinel)
            .Estimate.Value.ShouldBe(estimate.Estimate.Value - Math.Log(2), 1e-12);
    }

    [Test]
    public void WhatAnInstrumentRecordsIsSetAgainstTheControlInWallTime()
    {
        ControlledSamples samples = SomeControlled.Launch()
            .Recording(SomeSamples.Instrument("receipts.score", [.. Enumerable.Repeat(0.001, 30), .. Enumerable.Repeat(double.NaN, 10)]));
        samples = samples with { Wall = samples.With(control: 2).Wall };
        ControlledEstimate estimate = ControlledEstimate.Of(
            SomeObjectives.Score.Reading, Direction.LowerIsBetter, samples, inWall: false, SomeControlled.Sentinel);

        estimate.Estimate.Value.ShouldBe(Math.Log(0.001 / (2 * SomeControlled.Control)), 1e-12);
        (estimate.Calls, estimate.SetAside).ShouldBe((30, 0.25), "samples without a value say nothing");
    }

    [Test]
    public void WhatIsZeroInEverySampleHasNoRatio() =>
        Should.Throw<MeasurementException>(() => Of(SomeControlled.Launch(ratio: 0))).Message
            .ShouldBe("a ratio to a control needs values above 0: the metric was 0 in every sample");

    [Test]
    public void WhatIsZeroInSomeSamplesIsSetAside()
    {
        ControlledEstimate estimate = Of(SomeControlled.Samples([.. new double[10], .. Enumerable.Repeat(0.002, 30)]));

        estimate.Estimate.Value.ShouldBe(Undisturbed, 1e-12);
        (estimate.Calls, estimate.SetAside).ShouldBe((30, 0.25));
    }

    [Test]
    public void TheFloorIsALowQuantileOfTheSentinelInAllLaunches()
    {
        ControlledSamples quick = SomeControlled.Launch(samples: 1).With(sentinel: 0.9);
        ControlledSamples[] launches = [SomeControlled.Launch(samples: 100), quick, SomeControlled.Launch(samples: 100).With(sentinel: 1.5)];

        // 2 of 402 times are quicker than the rest.
        ControlledEstimate.FloorSeconds(launches, inWall: false).ShouldBe(SomeControlled.Sentinel, 1e-12);
        ControlledEstimate.FloorSeconds([quick], inWall: true).ShouldBe(0.9 * SomeControlled.Sentinel, 1e-12);
    }

    private static ControlledEstimate Of(ControlledSamples samples, bool inWall = false) =>
        ControlledEstimate.Of(new Reading.BodyTime(), Direction.LowerIsBetter, samples, inWall, SomeControlled.Sentinel);

    private static ControlledSamples PartlyQuiet(int quiet, int disturbed) => SomeControlled.Samples(
        [.. Enumerable.Repeat(0.002, quiet), .. Enumerable.Repeat(0.002 * 1.5 * 1.3, disturbed)],
        [.. Enumerable.Repeat(SomeControlled.Control, quiet), .. Enumerable.Repeat(SomeControlled.Control * 1.5, disturbed)],
        [.. Enumerable.Repeat(SomeControlled.Sentinel, quiet), .. Enumerable.Repeat(SomeControlled.Sentinel * 1.5, disturbed)]);
}
