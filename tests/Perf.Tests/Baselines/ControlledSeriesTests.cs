using NUnit.Framework;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Measurement;
using Perf.Statistics;
using Perf.Tests.Controlled;
using Perf.Tests.Files;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Baselines;

[TestFixture]
public sealed class ControlledSeriesTests
{
    private static readonly double LogRatio = Math.Log(0.002 / SomeControlled.Control);
    private static readonly DateTimeOffset Later = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public void WhatIsAcceptedIsTheMedianOfTheLaunches()
    {
        double[] ratios = [1.02, 0.99, 1, 1.3, 0.97];

        BaselineSeries series = SomeBaseline.Controlled("A", [.. ratios.Select(ratio => SomeControlled.Launch(ratio))]);

        series.Accepted.ShouldBe(0.002);
        series.Control!.Name.ShouldBe("Mixed");
        series.Control.Version.ShouldBe(1);
        series.Control.Cpu.LogRatio.ShouldBe(LogRatio, 1e-5);
        series.Control.Wall.ShouldBe(series.Control.Cpu);
        series.Control.Cpu.ControlSeconds.ShouldBe(SomeControlled.Control);
        series.Control.Cpu.SentinelFloorSeconds.ShouldBe(SomeControlled.Sentinel);
        series.Launches.Select(launch => launch.Median).ShouldBe([0.00204, 0.00198, 0.002, 0.0026, 0.00194]);
        series.IsControlled.ShouldBeTrue();
    }

    [Test]
    public void ALaunchKeepsWhatItWasBeside()
    {
        ControlledSamples launch = SomeControlled.Launch(samples: 50).WithSamples(body => body with
        {
            CallsPerSample = 3,
            AllocatedBytes = [.. Enumerable.Repeat(1024.0, 50)],
        }) with
        { MinorPageFaults = 1.23456789, Load = 2.3456, HasHelpers = true, NeedsWall = true };

        BaselineLaunch kept = SomeBaseline.Controlled("A", launch).Launches.ShouldHaveSingleItem();

        kept.Iterations.ShouldBe(150);
        kept.Quantiles.ShouldAllBe(value => value == 0.002);
        kept.At.ShouldBeNull("it is of the series' own time");
        BesideControl beside = kept.Beside.ShouldNotBeNull();
        (beside.Calls, beside.NeedsWall, beside.HasHelpers).ShouldBe((50, true, true));
        (beside.MinorPageFaults, beside.AllocatedBytes, beside.Load).ShouldBe((1.23457, 1024, 2.35));
        beside.Cpu.LogRatio.ShouldBe(LogRatio, 1e-5);
        (beside.Cpu.StandardError, beside.Cpu.QuietCalls).ShouldBe((0, 50));
        (beside.Cpu.ControlSeconds, beside.Cpu.SentinelFloorSeconds).ShouldBe((SomeControlled.Control, SomeControlled.Sentinel));
    }

    [Test]
    public void EachClockKeepsItsOwn()
    {
        ControlledSamples launch = SomeControlled.Launch();
        launch = launch with { Wall = launch.With(control: 2, sentinel: 3).Wall };

        BaselineSeries series = SomeBaseline.Controlled("A", launch);

        series.Control!.Wall.LogRatio.ShouldBe(LogRatio - Math.Log(2), 1e-5);
        series.Control.In(wall: true).SentinelFloorSeconds.ShouldBe(3 * SomeControlled.Sentinel, 1e-9);
        series.Launches[0].Beside!.In(wall: true).ControlSeconds.ShouldBe(2 * SomeControlled.Control, 1e-9);
        ControlledSeries.LaunchesOf(series, inWall: true).Accepted.ShouldBe(LogRatio - Math.Log(2), 1e-5);
        ControlledSeries.LaunchesOf(series, inWall: false).Accepted.ShouldBe(LogRatio, 1e-5);
    }

    [Test]
    public void WhereOneLaunchNeedsWallTheValuesOfAllAreWall()
    {
        ControlledSamples launch = SomeControlled.Launch().WithSamples(body => body with { WallSeconds = [.. Enumerable.Repeat(0.005, 40)] });

        BaselineSeries series = SomeBaseline.Controlled("A", launch, launch with { NeedsWall = true }, launch);

        ControlledSeries.NeedsWall(series).ShouldBeTrue();
        series.Accepted.ShouldBe(0.005);
        series.Launches.ShouldAllBe(kept => kept.Median == 0.005);
        ControlledSeries.With(series, SomeObjectives.TimeRegression, launch, Later).Launches[^1].Median.ShouldBe(0.005);
        ControlledSeries.NeedsWall(SomeBaseline.Controlled("A", launch, launch)).ShouldBeFalse();
    }

    [Test]
    public void TheRuleSeesEachLaunchWithItsError()
    {
        double[] logs = [-0.02, -0.01, 0, 0.01, 0.02];
        ControlledSamples noisy = SomeControlled.Samples([.. logs.Select(log => 0.002 * Math.Exp(log))]);

        BaselineLaunches launches = ControlledSeries.LaunchesOf(SomeBaseline.Controlled("A", noisy, SomeControlled.Launch(1.1)), inWall: false);

        launches.Accepted.ShouldBe(LogRatio + (Math.Log(1.1) / 2), 1e-5);
        launches.Estimates[0].StandardError.ShouldBe(1.5 * 1.2533 * 1.4826 * 0.01 / Math.Sqrt(5), 1e-6);
        launches.Estimates[1].Value.ShouldBe(LogRatio + Math.Log(1.1), 1e-5);
    }

    [Test]
    public void ARateIsKeptInItsUnitAndTurnedBesideItsControl()
    {
        ControlledSamples launch = SomeControlled.Launch().Recording(SomeSamples.Instrument("receipts.images", [.. Enumerable.Repeat(8.0, 40)]));

        BaselineSeries series = SomeBaseline.Controlled("A", SomeObjectives.RateRegression, launch);

        series.Accepted.ShouldBe(4000);
        series.Control!.Cpu.LogRatio.ShouldBe(LogRatio - Math.Log(8), 1e-5);
    }

    [Test]
    public void LaterLaunchesEnterTheSpreadAndNeverMoveWhatWasAccepted()
    {
        BaselineSeries series = SomeBaseline.Controlled("A");

        BaselineSeries longer = ControlledSeries.With(series, SomeObjectives.TimeRegression, SomeControlled.Launch(1.07).With(control: 1.1, sentinel: 1.02), Later);

        (longer.Accepted, longer.Control).ShouldBe((series.Accepted, series.Control));
        longer.Launches.Count.ShouldBe(6);
        longer.Launches[^1].At.ShouldBe(Later);
        longer.Launches[^1].Median.ShouldBe(0.00214);
        longer.Launches[^1].Beside!.Cpu.LogRatio.ShouldBe(LogRatio + Math.Log(1.07 / 1.1), 1e-5);
        longer.Launches.Take(5).ShouldBe(series.Launches);
        longer.RecordedAt.ShouldBe(series.RecordedAt);
        longer.ResolutionPercent!.Value.ShouldBeGreaterThan(series.ResolutionPercent!.Value);
    }

    [Test]
    public void TheOldestOfMoreThanTenLaunchesIsLeftOut()
    {
        BaselineSeries series = SomeBaseline.Controlled("A");
        for (int day = 0; day < 8; day++)
        {
            series = ControlledSeries.With(series, SomeObjectives.TimeRegression, SomeControlled.Launch(), Later.AddDays(day));
        }

        series.Launches.Count.ShouldBe(BaselineSeries.MostLaunches);
        series.Launches.Select(launch => launch.At).ShouldBe([null, null, .. Enumerable.Range(0, 8).Select(day => (DateTimeOffset?)Later.AddDays(day))]);
    }

    [Test]
    public void ASeriesTellsHowSmallAChangeItCanResolve()
    {
        // τ² = 4 · 0.0004 / 12, s² = τ² · (1 + 1.45) / 5, t(.995, 12) = 3.0545: exp(3.0545 · 0.00808) = 1.025
        SomeBaseline.Controlled("A").ResolutionPercent.ShouldBe(2.5);
        double one = SomeBaseline.Controlled("A", SomeControlled.Launch()).ResolutionPercent!.Value;
        double spread = Spread(0.02).ResolutionPercent!.Value;
        double wide = Spread(0.06).ResolutionPercent!.Value;

        one.ShouldBeGreaterThan(2.5);
        spread.ShouldBeGreaterThan(2.5);
        wide.ShouldBeGreaterThan(2 * spread);
    }

    [Test]
    public void WhatIsNeverAboveZeroIsNoSeries() =>
        Should.Throw<MeasurementException>(() => SomeBaseline.Controlled("A", SomeControlled.Launch(ratio: 0))).Message
            .ShouldStartWith("a ratio to a control needs values above 0");

    [Test]
    public void ASeriesReadAgainSaysTheSame()
    {
        using TemporaryFolder folder = new();
        ControlledSamples launch = SomeControlled.Launch(1.234567) with { MinorPageFaults = 7, Load = 1.5, NeedsWall = true };
        BaselineSeries written = ControlledSeries.With(SomeBaseline.Controlled("A", launch, SomeControlled.Launch()), SomeObjectives.TimeRegression, launch, Later)
            with
        { Build = "4f3c2a1-0011223344556677" };

        BaselineWriter.Write(folder["cpu.json"], SomeBaseline.Of(written, SomeBaseline.Series("B")));
        BaselineFile read = BaselineReader.Read(folder["cpu.json"]);

        BaselineText.Of(read).ShouldBe(BaselineText.Of(SomeBaseline.Of(written, SomeBaseline.Series("B"))));
        BaselineSeries same = read.Find("A", "time")!;
        same.Control.ShouldBe(written.Control);
        (same.Build, same.ResolutionPercent).ShouldBe((written.Build, written.ResolutionPercent));
        same.Launches.Select(kept => kept.Beside).ShouldBe(written.Launches.Select(kept => kept.Beside));
        same.Launches.Select(kept => kept.At).ShouldBe([null, null, Later]);
        read.Find("B", "time")!.IsControlled.ShouldBeFalse();
    }

    private static BaselineSeries Spread(double by) => SomeBaseline.Controlled(
        "A", [.. Enumerable.Range(-2, 5).Select(step => SomeControlled.Launch(Math.Exp(step * by / 2)))]);
}
