using NUnit.Framework;
using Perf.Duets;
using Perf.Judging;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Tests.Duets;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class AgainstBaseBuildTests
{
    private static readonly Objective Regression = SomeObjectives.TimeRegression;

    [Test]
    public void UnchangedCodePassesWithOneLaunch()
    {
        Judgement judgement = Decide(Regression, Duet(ratio: 1)).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Pass);
        judgement.Launches.ShouldBe(1);
        judgement.Samples.ShouldBe(8);
        judgement.Clock.ShouldBe("CPU time");
        judgement.Baseline!.ShouldBe(new BaselineEvidence(1, "base build 4f3c2a1, run beside this one", 10));
        judgement.Limit!.Value.ShouldBe(1.1, 1e-12);
    }

    [Test]
    public void ASlowerBuildIsRedAfterTwoLaunches()
    {
        Judgement judgement = Decide(Regression, Duet(1.2), Duet(1.22)).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Launches.ShouldBe(2);
        judgement.Ratio!.Value.ShouldBe(Math.Sqrt(1.2 * 1.22), 1e-9);
        judgement.Current!.Value.ShouldBe(Math.Sqrt(1.2 * 1.22), 1e-9);
        judgement.RatioBounds!.Value.Lower.ShouldBeGreaterThan(1.08);
    }

    [Test]
    public void HowMuchItVariedIsToldOfTheLaunchesThatDecided()
    {
        Judgement judgement = Decide(Regression, Duet(1.2), Duet(1.22), Duet(3)).ShouldHaveSingleItem();

        judgement.Spread.ShouldNotBeNull();
        judgement.Spread.Pairs!.Value.ShouldBe(0);
        judgement.Spread.Rounds!.Value.ShouldBe(0, 1e-12);
        judgement.Spread.Launches!.Value.ShouldBe(Math.Log(1.22 / 1.2) / Math.Sqrt(2), 1e-12);
        Decide(Regression, Duet(1)).ShouldHaveSingleItem().Spread!.Launches.ShouldBeNull();
    }

    [Test]
    public void WhatIsTooCloseToTellSaysSoInWords()
    {
        Judgement judgement = Decide(Regression, [.. Enumerable.Repeat(Duet(1.1), 5)]).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Inconclusive);
        judgement.Reason.ShouldStartWith("too close to the allowed change to tell after 5 launches (ratio 1.100, 99 % bounds 1.0");
        judgement.Reason.ShouldContain("this run tells a change of ");
    }

    [Test]
    public void AFasterBuildIsAnImprovement() =>
        Decide(Regression, Duet(0.8)).ShouldHaveSingleItem().IsImproved.ShouldBeTrue();

    [Test]
    public void OneLaunchThatNeedsWallMakesItTheClockOfAll()
    {
        // By CPU time the head is as fast; by wall it waits a quarter of its time.
        DuetSamples waiting = Duet(1) with { NeedsWall = true };
        waiting = waiting with { Head = waiting.Head with { Samples = waiting.Head.Samples with { WallSeconds = [.. Enumerable.Repeat(1.25, 8)] } } };
        DuetSamples blind = waiting with { NeedsWall = false, Head = Slower(waiting.Head, cpu: 1.09) };

        Judgement judgement = Decide(Regression, blind, waiting).ShouldHaveSingleItem();

        judgement.Clock.ShouldBe("wall time");
        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Ratio!.Value.ShouldBe(1.25, 1e-9);
    }

    [Test]
    public void LaunchesOnAThrottledDeviceDecideNothing()
    {
        DuetSamples throttled = Duet(1.3) with { Device = SomeDevices.Throttled };

        Judgement none = Decide(Regression, [.. Enumerable.Repeat(throttled, 5)]).ShouldHaveSingleItem();
        Judgement later = Decide(Regression, throttled, Duet(1) with { Device = SomeDevices.Steady }).ShouldHaveSingleItem();

        none.Verdict.ShouldBe(Verdict.Inconclusive);
        none.Reason.ShouldStartWith("Some GPU was throttled for 40 % of the time (power limit), in 5 launches: let it cool");
        none.Device!.Throttling.ShouldBe(ThrottleReasons.PowerCap);
        (later.Verdict, later.Launches).ShouldBe((Verdict.Pass, 1));
    }

    [Test]
    public void WhatTheBaseTakesIsToldOfTheLaunchesThatCount()
    {
        DuetSamples throttled = DuetFigures.Pairs([.. Enumerable.Repeat(3.0, 8)], [.. Enumerable.Repeat(3.0, 8)]) with { Device = SomeDevices.Throttled };

        Judgement judgement = Decide(Regression, throttled, Duet(1) with { Device = SomeDevices.Steady }).ShouldHaveSingleItem();

        judgement.Baseline!.Value.ShouldBe(1, 1e-12);
    }

    [Test]
    public void TheOrderOfTheLaunchesDoesNotMatter()
    {
        DuetSamples[] duets = [Duet(1.08), Duet(1.12), Duet(1.10), Duet(1.09), Duet(1.11)];

        Judgement forward = Decide(Regression, duets).ShouldHaveSingleItem();
        Judgement backward = Decide(Regression, [.. duets.Reverse()]).ShouldHaveSingleItem();

        (forward.Launches, backward.Launches).ShouldBe((5, 5));
        backward.Ratio!.Value.ShouldBe(forward.Ratio!.Value, 1e-12);
        backward.RatioBounds!.Value.Upper.ShouldBe(forward.RatioBounds!.Value.Upper, 1e-12);
        backward.Verdict.ShouldBe(forward.Verdict);
    }

    [Test]
    public void WhatIsExactIsComparedOnce()
    {
        AgainstBaseBuild against = new(new Source(Allocating(1000, 1101)), "base build, run beside this one", LaunchRule.LuckOfDuet);

        Judgement judgement = against.Exact(SomeObjectives.AllocationRegression);

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Limit!.Value.ShouldBe(1100, 1e-9);
        judgement.Current.ShouldBe(1101);
        new AgainstBaseBuild(new Source(Allocating(1000, 1100)), "base build, run beside this one", LaunchRule.LuckOfDuet)
            .Exact(SomeObjectives.AllocationRegression).Verdict.ShouldBe(Verdict.Pass);
    }

    private static IReadOnlyList<Judgement> Decide(Objective objective, params DuetSamples[] duets) =>
        new Judge(new FakeClock(), 60).Decide(
            [objective], new AgainstBaseBuild(new Source(duets), "base build 4f3c2a1, run beside this one", LaunchRule.LuckOfDuet));

    private static DuetSamples Duet(double ratio) =>
        DuetFigures.Pairs([.. Enumerable.Repeat(1.0, 8)], [.. Enumerable.Repeat(ratio, 8)]);

    private static ArmSamples Slower(ArmSamples arm, double cpu) =>
        arm with { Samples = arm.Samples with { CpuSeconds = [.. Enumerable.Repeat(cpu, 8)] } };

    private static DuetSamples Allocating(double ofBase, double ofHead)
    {
        DuetSamples duet = Duet(1);
        return duet with
        {
            Base = duet.Base with { Samples = duet.Base.Samples with { AllocatedBytes = [ofBase, ofBase + 40] } },
            Head = duet.Head with { Samples = duet.Head.Samples with { AllocatedBytes = [ofHead, ofHead + 40] } },
        };
    }

    private sealed class Source(params DuetSamples[] duets) : IDuetSource
    {
        private int _next;

        public DuetSamples Next() => duets[_next++];
    }
}
