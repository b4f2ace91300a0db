using NUnit.Framework;
using Perf.Baselines;
using Perf.Measurement;
using Perf.Statistics;
using Perf.Tests.Controlled;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Baselines;

/// <summary>A change that is accepted from one or two launches keeps what was known of how much processes differ.</summary>
[TestFixture]
public sealed class MovedLaunchTests
{
    private static readonly double[] Spread = [-0.01, -0.005, 0, 0.005, 0.01];

    private static readonly BaselineSeries Before =
        SomeBaseline.Controlled("A", [.. Spread.Select(log => SomeControlled.Launch(Math.Exp(log)) with { MinorPageFaults = 100, NeedsWall = true })]);

    private static readonly BaselineSeries Fresh =
        SomeBaseline.Controlled("A", SomeControlled.Launch(1.5) with { MinorPageFaults = 300 }, SomeControlled.Launch(1.5) with { MinorPageFaults = 300 });

    [Test]
    public void LaunchesOfBeforeMoveToTheAcceptedLevelAndKeepTheirSpread()
    {
        BaselineSeries accepted = ControlledSeries.WithSpreadOf(Fresh, Before);

        (accepted.Accepted, accepted.Control, accepted.Commit).ShouldBe((Fresh.Accepted, Fresh.Control, Fresh.Commit));
        accepted.Launches.Select(launch => launch.Moved).ShouldBe([true, true, true, true, true, null, null]);
        accepted.Launches.Take(5).Select(launch => Math.Log(launch.Median / Fresh.Accepted)).Zip(Spread).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-4);
        accepted.Launches.Take(5).Select(launch => launch.Beside!.Cpu.LogRatio - Fresh.Control!.Cpu.LogRatio).Zip(Spread)
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-4);
        accepted.Launches[0].Quantiles[^1].ShouldBe(accepted.Launches[0].Maximum);
        accepted.Launches[0].At.ShouldBe(Before.RecordedAt);
    }

    [Test]
    public void WhatTheWorkNeedsIsThatOfNow()
    {
        BaselineSeries accepted = ControlledSeries.WithSpreadOf(Fresh, Before);

        ControlledSeries.NeedsWall(accepted).ShouldBeFalse();
        accepted.Launches.Select(launch => launch.Beside!.MinorPageFaults).OfType<double>().ShouldBe([300, 300]);
    }

    [Test]
    public void TheLevelRestsOnTheFreshLaunchesAlone()
    {
        BaselineLaunches launches = ControlledSeries.LaunchesOf(ControlledSeries.WithSpreadOf(Fresh, Before), inWall: false);

        (launches.Estimates.Count, launches.LevelCount).ShouldBe((7, 2));
        LaunchRule rule = new(0.1, 0.02, LaunchRule.LuckOfFile, Direction.LowerIsBetter);
        Launch[] current = [new Launch(new Estimate(launches.Accepted, 0.002))];
        double ofTwo = HalfWidth(rule.Decide(current, launches));
        ofTwo.ShouldBeGreaterThan(HalfWidth(rule.Decide(current, launches with { LevelCount = 7 })));
        ofTwo.ShouldBeLessThan(HalfWidth(rule.Decide(current, ControlledSeries.LaunchesOf(Fresh, inWall: false))), "the spread is better known");
    }

    [Test]
    public void ItTellsASmallerChangeThanTheFreshLaunchesWould()
    {
        BaselineSeries accepted = ControlledSeries.WithSpreadOf(Fresh, Before);

        accepted.ResolutionPercent!.Value.ShouldBeLessThan(Fresh.ResolutionPercent!.Value);
        BaselineCheck.Problems(SomeBaseline.Of(accepted)).ShouldBeEmpty();
    }

    [Test]
    public void TheWindowOfLaunchesHoldsTheLatest() => ControlledSeries
        .WithSpreadOf(ControlledSeries.WithSpreadOf(Fresh, Before) with { Launches = [.. ControlledSeries.WithSpreadOf(Fresh, Before).Launches, .. Fresh.Launches] }, Before)
        .Launches.Count.ShouldBe(BaselineSeries.MostLaunches);

    [Test]
    public void OfOtherWorkOrBesideAnotherControlNothingIsTakenOver()
    {
        BaselineSeries[] others =
        [
            Before with { Version = 2 },
            Before with { Data = "other" },
            Before with { Control = Before.Control! with { Version = 2 } },
            Before with { Control = null },
        ];

        others.ShouldAllBe(other => ControlledSeries.WithSpreadOf(Fresh, other) == Fresh);
        ControlledSeries.WithSpreadOf(Fresh, null).ShouldBe(Fresh);
    }

    private static double HalfWidth(Decision decision) => decision.RatioBounds.Upper - decision.Ratio;
}
