using NUnit.Framework;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Judging;
using Perf.Objectives;
using Perf.Tests.Baselines;
using Perf.Tests.Controlled;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class AgainstFileTests
{
    private static readonly Objective Regression = SomeObjectives.TimeRegression;
    private static readonly BaselineSeries Recorded = SomeBaseline.Controlled("A");

    private FakeClock _clock = null!;
    private ScriptedLaunches _source = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void UnchangedCodePassesWithOneLaunchThatMayEndEarly()
    {
        Judgement judgement = Judge(Recorded, SomeControlled.Launch());

        judgement.Verdict.ShouldBe(Verdict.Pass);
        (judgement.Launches, judgement.Samples, judgement.Clock, judgement.SetAside).ShouldBe((1, 40, "CPU time", 0));
        judgement.Ratio!.Value.ShouldBe(1, 1e-5);
        judgement.Current!.Value.ShouldBe(0.002, 1e-7);
        judgement.Limit!.Value.ShouldBe(0.0022, 1e-12);
        judgement.Baseline!.Value.ShouldBe(0.002);
        judgement.Reason.ShouldBeEmpty();
        judgement.IsImproved.ShouldBeFalse();
        _source.Enough.ShouldBe([true]);
    }

    [Test]
    public void HowMuchHadToBeOvercomeIsTold()
    {
        ControlEvidence control = Judge(Recorded, SomeControlled.Launch(1.1).With(control: 1.1, sentinel: 1.02)).Control.ShouldNotBeNull();

        control.Control.ShouldBe("Mixed");
        control.ControlRatio.ShouldBe(1.1, 1e-9);
        control.SentinelRatio.ShouldBe(1.02, 1e-9);
        (control.Disturbed, control.NotComparable).ShouldBe((0, 0));

        // τ² = 4 · 0.0004 / (4 + 4)
        control.Luck!.Value.ShouldBe(Math.Sqrt(0.0002), 1e-9);
    }

    [Test]
    public void AMachineThatIsSlowerForBothIsNoRegression() =>
        Judge(Recorded, SomeControlled.Launch(1.35).With(control: 1.35)).Verdict.ShouldBe(Verdict.Pass);

    [Test]
    public void AMachineThatIsQuickerForBothHidesNone() =>
        Judge(Recorded, SomeControlled.Launch().With(control: 1 / 1.2), SomeControlled.Launch().With(control: 1 / 1.2))
            .Verdict.ShouldBe(Verdict.Regressed);

    [Test]
    public void TwentyPercentAreRedAfterTwoLaunchesOfWhichNoneMayEndEarly()
    {
        Judgement judgement = Judge(Recorded, SomeControlled.Launch(1.2), SomeControlled.Launch(1.22));

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        (judgement.Launches, judgement.Samples).ShouldBe((2, 80));
        judgement.Ratio!.Value.ShouldBe(Math.Sqrt(1.2 * 1.22), 1e-4);
        judgement.RatioBounds!.Value.Lower.ShouldBeGreaterThan(1.08);
        judgement.IsSuspected.ShouldBeFalse();
        _source.Enough.ShouldBe([false, false]);
    }

    [Test]
    public void TenPercentAreUndecidedAfterFiveLaunchesAndSaySoInWords()
    {
        Judgement judgement = Judge(Recorded, [.. Enumerable.Repeat(SomeControlled.Launch(1.1), 5)]);

        judgement.Verdict.ShouldBe(Verdict.Inconclusive);
        judgement.Launches.ShouldBe(5);
        judgement.IsSuspected.ShouldBeFalse();

        // τ² = 4 · 0.0004 / 12, s² = τ² · (1 + 1.45) / 5, t(.995, 12) = 3.0545: a factor of 1.025 either way.
        judgement.Reason.ShouldBe(
            "too close to the allowed change to tell after 5 launches (ratio 1.100, 99 % bounds 1.073 … 1.127; "
            + "this run tells a change of 10.7 %): run again, or let a duet decide: dotnet perf duet --base 4f3c2a1");
    }

    [Test]
    public void WithoutACommitADuetNeedsABuild() =>
        Judge(Recorded with { Commit = null }, [.. Enumerable.Repeat(SomeControlled.Launch(1.1), 5)]).Reason
            .ShouldEndWith("): run again, or let a duet decide by giving a base build (PERF_BASE_BUILD)");

    [Test]
    public void ABusyMachineIsNamed()
    {
        // 26 of 42 calls had somebody beside them; the body and the control suffered alike.
        double[] slowness = [.. Enumerable.Repeat(1.0, 16), .. Enumerable.Repeat(1.5, 26)];
        ControlledSamples busy = SomeControlled.Samples(
            [.. slowness.Select(slow => 0.0022 * slow)],
            [.. slowness.Select(slow => SomeControlled.Control * slow)],
            [.. slowness.Select(slow => SomeControlled.Sentinel * slow)]);
        BaselineSeries recorded = Recorded with { Control = Slower(Recorded.Control!, control: 1.4) };

        Judge(recorded, [.. Enumerable.Repeat(busy, 5)]).Reason.ShouldStartWith(
            "the machine was busy: 62 % of the calls were disturbed; too close to the allowed change to tell after 5 launches (ratio 1.100, ");
    }

    [Test]
    public void ACallThatWasDisturbedIsNotUsedWhereTwentyWereNot()
    {
        ControlledSamples busy = SomeControlled.Samples(
            [.. Enumerable.Repeat(0.002, 20), .. Enumerable.Repeat(0.003, 12)],
            sentinel: [.. Enumerable.Repeat(SomeControlled.Sentinel, 20), .. Enumerable.Repeat(SomeControlled.Sentinel * 1.3, 12)]);

        Judgement judgement = Judge(Recorded, busy);

        judgement.Verdict.ShouldBe(Verdict.Pass);
        judgement.SetAside.ShouldBe(0.375, 1e-12);
        judgement.Control!.Disturbed.ShouldBe(0.375, 1e-12);
    }

    [Test]
    public void FasterCodeIsAnImprovement() => Judge(Recorded, SomeControlled.Launch(0.8)).IsImproved.ShouldBeTrue();

    [Test]
    public void LaunchesEndWithTheBudget()
    {
        Judgement judgement = new Judge(_clock, budgetSeconds: 0).Decide([Regression], Against(Recorded, new Slow(_clock))).ShouldHaveSingleItem();

        judgement.Launches.ShouldBe(1);
        judgement.Reason.ShouldStartWith("too close to the allowed change to tell after 1 of 5 launches: the budget of 0 s has no room for another (");
    }

    [Test]
    public void ARecordedSpreadAsksForMore()
    {
        BaselineSeries spread = SomeBaseline.Controlled(
            "A", [.. Enumerable.Range(-2, 5).Select(step => SomeControlled.Launch(Math.Exp(0.03 * step)))]);

        Judge(spread, [.. Enumerable.Repeat(SomeControlled.Launch(1.13), 5)]).Verdict.ShouldBe(Verdict.Inconclusive);
        Judge(Recorded, [.. Enumerable.Repeat(SomeControlled.Launch(1.13), 5)]).Verdict.ShouldBe(Verdict.Regressed);
    }

    [Test]
    public void ALimitThatWasMadeFromNoSeriesIsRefused() => Should.Throw<ArgumentException>(
        () => new AgainstFile(new ScriptedLaunches(SomeControlled.Launch()), _ => new Target.Limit(1)).Next([Regression]));

    private Judgement Judge(BaselineSeries series, params ControlledSamples[] launches)
    {
        _source = new ScriptedLaunches(launches);
        return new Judge(_clock, 60).Decide([Regression], Against(series, _source)).ShouldHaveSingleItem();
    }

    private static AgainstFile Against(BaselineSeries series, IControlledSource source) => new(source, _ => SomeBaseline.Limit(series));

    private static AcceptedControl Slower(AcceptedControl accepted, double control) => accepted with
    {
        Cpu = accepted.Cpu with { ControlSeconds = accepted.Cpu.ControlSeconds * control },
        Wall = accepted.Wall with { ControlSeconds = accepted.Wall.ControlSeconds * control },
    };

    private sealed class Slow(FakeClock clock) : IControlledSource
    {
        public ControlledSamples Next(Func<ControlledSamples, bool> isEnough)
        {
            clock.Wait(1);
            return SomeControlled.Launch(1.1);
        }
    }
}
