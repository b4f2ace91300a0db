using NUnit.Framework;
using Perf.Baselines;
using Perf.Judging;
using Perf.Tests.Baselines;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class TargetsTests
{
    private const string Path = "baselines/cpu.json";

    private static readonly TestIdentity Test = new("Suite.Fixture.Test");
    private static readonly Fingerprint ElsewhereMachine = SomeBaseline.Machine with { CpuModel = "Another CPU" };

    [Test]
    public void AnAbsoluteBoundIsItsOwnLimitWithOrWithoutABaseline()
    {
        new Targets(null, null, SomeBaseline.Machine).Of(SomeObjectives.Duration, Test).ShouldBe(new Target.Limit(2));
        Over(Series()).Of(SomeObjectives.Duration, Test).ShouldBe(new Target.Limit(2));
    }

    [Test]
    public void ARegressionIsHeldAgainstTheAcceptedValueAndNamesItsSource()
    {
        Target.Limit limit = Limit(Over(Series()).Of(SomeObjectives.TimeRegression, Test));

        limit.Value.ShouldBe(2 * 1.1, 1e-12);
        (limit.Baseline!.Value, limit.Baseline.AllowedPercent).ShouldBe((2, 10));
        limit.Baseline.Source.ShouldBe(
            "baselines/cpu.json, 4f3c2a1, 2026-11-20, same machine kind, 1 launch, "
            + "recorded without a control: a number alone, which PERF_RECORD=true makes sharper");
    }

    [Test]
    public void LaunchesOfBeforeAnAcceptedChangeAreToldByThemselves()
    {
        BaselineSeries series = Series();
        BaselineLaunch own = series.Launches[0];

        Limit(Over(series with { Launches = [own with { Moved = true }, own with { Moved = true }, own] }).Of(SomeObjectives.TimeRegression, Test))
            .Baseline!.Source.ShouldContain(", 1 launch, spread of 2 from before it was accepted");
    }

    [Test]
    public void ASeriesWithAControlComesWithItsLimit()
    {
        BaselineSeries series = SomeBaseline.Controlled(Test.Name);

        Target.Limit limit = Limit(Over(series).Of(SomeObjectives.TimeRegression, Test));

        limit.Series.ShouldBeSameAs(series);
        limit.Value.ShouldBe(0.0022, 1e-12);
        limit.Baseline!.Source.ShouldBe("baselines/cpu.json, 4f3c2a1, 2026-11-20, same machine kind, 5 launches");
        Limit(Over(Series()).Of(SomeObjectives.TimeRegression, Test)).Series.ShouldBeNull("a number alone is enforced as it is");
    }

    [Test]
    public void WhatIsExactNeedsNoControl()
    {
        BaselineSeries series = SomeBaseline.Series(Test.Name, "allocated_bytes", accepted: 1000) with { Control = SomeBaseline.Controlled("A").Control };

        Target.Limit limit = Limit(Over(series).Of(SomeObjectives.AllocationRegression, Test));

        limit.Series.ShouldBeNull();
        limit.Baseline!.Source.ShouldEndWith(", 1 launch");
    }

    [Test]
    public void ARateMayFallByItsPercentage()
    {
        BaselineSeries series = Series() with { Metric = "throughput", Unit = "{image}/s", Accepted = 50 };

        Limit(Over(series).Of(SomeObjectives.RateRegression, Test)).Value.ShouldBe(45, 1e-12);
    }

    [Test]
    public void ABaselineWithoutCommitDoesNotNameOne() =>
        Limit(Over(Series() with { Commit = null }).Of(SomeObjectives.TimeRegression, Test))
            .Baseline!.Source.ShouldStartWith("baselines/cpu.json, 2026-11-20, ");

    [Test]
    public void AMissingBaselineIsNotComparableAndSaysWhatToDo()
    {
        Nothing(new Targets(Path, null, SomeBaseline.Machine)).ShouldBe(new Target.Nothing(
            "no baseline: baselines/cpu.json does not exist; record one with PERF_RECORD=true, "
            + "or accept the candidate of this run",
            IsExempt: false));
        Nothing(new Targets(null, null, SomeBaseline.Machine)).Reason
            .ShouldStartWith("no baseline: there is no baselines folder; record one with PERF_RECORD=true");
    }

    [Test]
    public void TheOriginalShapeIsAnAbsoluteLimitForTheTimeOfAnyTest()
    {
        Target.Limit limit = Limit(OriginalShape().Of(SomeObjectives.TimeRegression, Test));

        limit.Value.ShouldBe(12 * 1.1, 1e-12);
        limit.Baseline.ShouldBe(new BaselineEvidence(
            12,
            "baselines/cpu.json, one number without machine or spread: a recorded baseline judges more sharply",
            AllowedPercent: 10));
    }

    [Test]
    public void TheOriginalShapeSaysNothingOfOtherMetrics() =>
        OriginalShape().Of(SomeObjectives.AllocationRegression, Test).ShouldBe(new Target.Nothing(
            "baselines/cpu.json holds a validation time only; record a baseline with PERF_RECORD=true",
            IsExempt: false));

    [Test]
    public void ATestThatTheBaselineDoesNotKnowIsNew()
    {
        Target.Nothing ofTest = Nothing(Over(Series() with { Test = "Suite.Fixture.Another" }));
        Target.Nothing ofMetric = Nothing(Over(Series() with { Metric = "receipts.images" }));

        ofTest.ShouldBe(new Target.Nothing(
            "baselines/cpu.json has no time of this test: it is new, or was renamed", IsExempt: true));
        ofMetric.ShouldBe(ofTest);
    }

    [Test]
    public void ARaisedVersionVoidsTheBaseline() =>
        Over(Series()).Of(SomeObjectives.TimeRegression, Test with { Version = 2 }).ShouldBe(new Target.Nothing(
            "the baseline in baselines/cpu.json is of version 1, here 2: old numbers do not count; record anew",
            IsExempt: true));

    [TestCase(null, "sha256:2")]
    [TestCase("sha256:1", null)]
    [TestCase("sha256:1", "sha256:2")]
    public void ChangedDataVoidsTheBaseline(string? recorded, string? here) =>
        Over(Series() with { Data = recorded }).Of(SomeObjectives.TimeRegression, Test with { Data = here })
            .ShouldBe(new Target.Nothing(
                "the baseline in baselines/cpu.json is of other data: old numbers do not count; record anew",
                IsExempt: true));

    [Test]
    public void EqualDataKeepsTheBaseline() =>
        Over(Series() with { Data = "sha256:1" }).Of(SomeObjectives.TimeRegression, Test with { Data = "sha256:1" })
            .ShouldBeOfType<Target.Limit>();

    [Test]
    public void AnotherKindOfMachineIsNotComparableAndNamesTheDifference()
    {
        Target.Nothing nothing = Nothing(new Targets(Path, SomeBaseline.Of(Series()), ElsewhereMachine));

        nothing.IsExempt.ShouldBeFalse();
        nothing.Reason.ShouldStartWith(
            "baselines/cpu.json is of another kind of machine "
            + "(CPU model: recorded Some CPU, family 25 model 17, here Another CPU): record one here");
    }

    [Test]
    public void AnAdvisoryDifferenceLeavesNumbersComparable() =>
        new Targets(Path, SomeBaseline.Of(Series()), SomeBaseline.Machine with { Kernel = "7.0.0" })
            .Of(SomeObjectives.TimeRegression, Test).ShouldBeOfType<Target.Limit>();

    [Test]
    public void WhatIsExactIsComparedOnAnyMachine()
    {
        BaselineSeries series = SomeBaseline.Series(Test.Name, "allocated_bytes", accepted: 1000);

        Limit(new Targets(Path, SomeBaseline.Of(series), ElsewhereMachine)
                .Of(SomeObjectives.AllocationRegression, Test))
            .Value.ShouldBe(1100, 1e-9);
    }

    [Test]
    public void ANumberInAnotherUnitIsNotCompared()
    {
        Target.Nothing nothing = Nothing(Over(Series() with { Unit = "ms" }));

        nothing.ShouldBe(new Target.Nothing(
            "the time in baselines/cpu.json is in ms, here in s: record it anew with PERF_RECORD=true",
            IsExempt: false));
    }

    private static BaselineSeries Series() => SomeBaseline.Series(Test.Name, accepted: 2);

    private static Targets Over(BaselineSeries series) =>
        new(Path, SomeBaseline.Of(series), SomeBaseline.Machine);

    private static Targets OriginalShape() =>
        new(Path, new BaselineFile("", null, []) { OriginalTotalSeconds = 12 }, SomeBaseline.Machine);

    private static Target.Limit Limit(Target target) => target.ShouldBeOfType<Target.Limit>();

    private static Target.Nothing Nothing(Targets targets) =>
        targets.Of(SomeObjectives.TimeRegression, Test).ShouldBeOfType<Target.Nothing>();
}
