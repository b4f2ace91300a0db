using NUnit.Framework;
using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Perf.Tests.Statistics;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class JudgeTests
{
    private static readonly Objective Kept = SomeObjectives.Duration;
    private static readonly Objective Near = SomeObjectives.Duration with { Bound = new Bound(BoundKind.AtMost, 1) };
    private static readonly Objective Broken = Near with { Bound = new Bound(BoundKind.AtMost, 0.1) };

    private FakeClock _clock = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void AnObjectiveThatIsFarBelowItsLimitPassesWithOneLaunch()
    {
        Judgement judgement = Decide(Kept, ratio: 0.5).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Pass);
        judgement.Launches.ShouldBe(1);
        judgement.Current!.Value.ShouldBe(1, 1e-9);
        judgement.Limit.ShouldBe(2);
        judgement.Seconds.ShouldBe(2, 1e-9);
        judgement.Reason.ShouldBeEmpty();
        judgement.IsImproved.ShouldBeFalse();
    }

    [Test]
    public void ABrokenObjectiveNeedsTwoLaunches()
    {
        Judgement judgement = Decide(Broken, ratio: 3).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Launches.ShouldBe(2);
        judgement.Current!.Value.ShouldBe(0.3, 1e-9);
        judgement.Seconds.ShouldBe(4, 1e-9);
    }

    [Test]
    public void AThroughputIsTurnedBackIntoItsUnit()
    {
        // The ratio is turned so that more is worse: 2 is half of the limit.
        Judgement judgement = Decide(SomeObjectives.Throughput, ratio: 2).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Current!.Value.ShouldBe(2, 1e-9);
    }

    [Test]
    public void WhatIsDecidedStaysDecidedAndIsNotAskedForAgain()
    {
        Script launches = new(_clock, seconds: 1, objective => Math.Log(objective == Kept ? 0.5 : 1));

        IReadOnlyList<Judgement> judgements =
            new Judge(_clock, 60).Decide([Near, Kept], launches);

        judgements.Select(judgement => judgement.Objective).ShouldBe([Near, Kept]);
        judgements.Select(judgement => judgement.Verdict).ShouldBe([Verdict.Inconclusive, Verdict.Pass]);
        judgements.Select(judgement => judgement.Launches).ShouldBe([5, 1]);
        launches.Asked.Select(asked => asked.Count).ShouldBe([2, 1, 1, 1, 1]);
    }

    [Test]
    public void WithoutAVerdictThereAreFiveLaunchesAndAReasonToActOn()
    {
        Judgement judgement = Decide(Near, ratio: 1).ShouldHaveSingleItem();

        judgement.Verdict.ShouldBe(Verdict.Inconclusive);
        judgement.Launches.ShouldBe(5);

        // τ² = 4 · 0.0064 / 8, s² = τ² / 5, t(.995, 8) = 3.35538733: 0.98 · exp(3.355 · 0.0253) = 1.067
        judgement.Reason.ShouldBe(
            "too close to the limit to tell after 5 launches (×1.000 of the limit over all iterations, "
            + "×1.000 over the quietest quarter; this run tells ×1.067): run again on a quieter machine, "
            + "raise PERF_BUDGET, or widen the limit");
    }

    [Test]
    public void NoLaunchBeginsThatWouldNotFitTheBudget()
    {
        // Launches of 4, 2 and 2 s: a third one as long as the longest would end after 10 s.
        Script launches = new(_clock, seconds: 2, _ => 0) { SecondsOfTheFirst = 4 };

        Judgement judgement = new Judge(_clock, budgetSeconds: 9.5)
            .Decide([Near], launches).ShouldHaveSingleItem();

        judgement.Launches.ShouldBe(2);
        judgement.Reason.ShouldStartWith(
            "too close to the limit to tell after 2 of 5 launches: the budget of 9.5 s has no room for another (");
    }

    [Test]
    public void TheFirstLaunchIsMadeWhateverTheBudget() =>
        new Judge(_clock, budgetSeconds: 0)
            .Decide([Kept], new Script(_clock, 100, _ => Math.Log(0.5)))
            .ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Pass);

    [Test]
    public void TheReasonTellsBothNumbers()
    {
        Launch launch = new(Typical: new Estimate(Math.Log(1.4), 0), Quiet: new Estimate(Math.Log(0.9), 0));

        Judgement judgement = new Judge(_clock, 60).Decide([Near], new Always(launch))
            .ShouldHaveSingleItem();

        judgement.Reason.ShouldContain("(×1.400 of the limit over all iterations, ×0.900 over the quietest quarter;");
    }

    [Test]
    public void ARateBelowItsLimitIsToldAsLessThanOne() =>
        Decide(SomeObjectives.Throughput, ratio: 1 / 0.97).ShouldHaveSingleItem().Reason
            .ShouldContain("(×0.970 of the limit over all iterations, ×0.970 over the quietest quarter; this run tells ×0.9");

    [Test]
    public void APassThatIsBetterThanItsBaselineBeyondNoiseIsAnImprovement()
    {
        BaselineEvidence baseline = new(1, "baselines/cpu.json", AllowedPercent: 10);

        Judgement improved = Decide(SomeObjectives.TimeRegression, new Target.Limit(1.1, baseline), 0.4);
        Judgement same = Decide(SomeObjectives.TimeRegression, new Target.Limit(1.1, baseline), 0.8);

        (improved.Verdict, improved.IsImproved).ShouldBe((Verdict.Pass, true));
        (same.Verdict, same.IsImproved).ShouldBe((Verdict.Pass, false));
        improved.Baseline.ShouldBeSameAs(baseline);
        improved.Ratio!.Value.ShouldBe(0.44, 1e-9);
    }

    [Test]
    public void TheSamePromiseMadeTwiceIsJudgedTwiceFromTheSameLaunches()
    {
        Script launches = new(_clock, seconds: 1, _ => Math.Log(0.5));

        IReadOnlyList<Judgement> judgements =
            new Judge(_clock, 60).Decide([Kept, Kept], launches);

        judgements.Select(judgement => judgement.Verdict).ShouldBe([Verdict.Pass, Verdict.Pass]);
        launches.Asked.ShouldHaveSingleItem().ShouldHaveSingleItem();
    }

    [Test]
    public void WithoutObjectivesNothingIsLaunched()
    {
        Script launches = new(_clock, 1, _ => 0);

        new Judge(_clock, 60).Decide([], launches).ShouldBeEmpty();
        launches.Asked.ShouldBeEmpty();
    }

    private IReadOnlyList<Judgement> Decide(Objective objective, double ratio) =>
        [Decide(objective, new Target.Limit(objective.Bound.Value), ratio)];

    private Judgement Decide(Objective objective, Target.Limit limit, double ratio) =>
        new Judge(_clock, 60).Decide([objective], new Script(_clock, 2, _ => Math.Log(ratio)) { Limit = limit })
            .ShouldHaveSingleItem();

    /// <summary>Launches that take their time and say what the test says.</summary>
    private sealed class Script(FakeClock clock, double seconds, Func<Objective, double> estimate) : ScriptedComparison
    {
        public List<IReadOnlyCollection<Objective>> Asked { get; } = [];

        public double? SecondsOfTheFirst { get; init; }

        protected override Launch Launch(Objective objective) => Launches.Of(estimate(objective));

        protected override void Begin(IReadOnlyCollection<Objective> undecided)
        {
            Asked.Add(undecided);
            clock.Wait(Asked.Count == 1 ? SecondsOfTheFirst ?? seconds : seconds);
        }
    }

    private sealed class Always(Launch launch) : ScriptedComparison
    {
        protected override Launch Launch(Objective objective) => launch;
    }
}
