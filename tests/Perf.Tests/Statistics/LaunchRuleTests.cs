using NUnit.Framework;
using Perf.Measurement;
using Perf.Statistics;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Statistics;

[TestFixture]
public sealed class LaunchRuleTests
{
    private const double Close = 1e-7;

    // Quantiles of Student's t as printed tables have them: (confidence, degrees of freedom).
    private const double T995With4 = 4.60409487;
    private const double T995With5 = 4.03214298;
    private const double T995With7 = 3.49948330;

    [Test]
    public void OneLaunchIsAsUncertainAsTheAssumedLuckAndItsOwnErrorTogether()
    {
        double s = Math.Sqrt((0.02 * 0.02) + (0.01 * 0.01));

        Decision decision = Launches.TenPercent.Decide([Launches.Of(-0.05, 0.01)]);

        decision.Ratio.ShouldBe(Math.Exp(-0.05), Close);
        decision.RatioBounds.Lower.ShouldBe(Math.Exp(-0.05 - (T995With4 * s)), Close);
        decision.RatioBounds.Upper.ShouldBe(Math.Exp(-0.05 + (T995With4 * s)), Close);
        decision.SmallestDetectableRatio.ShouldBe(1.08 * Math.Exp(T995With4 * s), Close);
    }

    [Test]
    public void TheLuckIsWhatWasAssumedAndWhatTheLaunchesShowed()
    {
        BaselineLaunches baseline = new(0, [new(0.00, 0.01), new(0.02, 0.01), new(0.01, 0.01)]);

        Launches.TenPercent.Decide([Launches.Of(0.20, 0.01)]).Luck.ShouldBe(0.02, Close);
        Launches.TenPercent.Decide([Launches.Of(0.20), Launches.Of(0.24)]).Luck.ShouldBe(Math.Sqrt((0.0016 + 0.0008) / 5), Close);
        Launches.TenPercent.Decide([Launches.Of(0.20), Launches.Of(0.24)], baseline).Luck
            .ShouldBe(Math.Sqrt((0.0016 + 0.0008 + 0.0002) / 7), Close);
        Launches.TenPercent.Decide([Launches.Of(0.20)]).RelativeTo(1.1).Luck.ShouldBe(0.02, Close);
    }

    [Test]
    public void TwoLaunchesAddTheirOwnSpread()
    {
        // τ² = (4 · 0.0004 + 0.0008) / 5, s² = τ² / 2 + mean(0.0001, 0.0004) / 2
        double s = Math.Sqrt((0.00048 / 2) + (0.00025 / 2));

        Decision decision = Launches.TenPercent.Decide([Launches.Of(0.20, 0.01), Launches.Of(0.24, 0.02)]);

        decision.Outcome.ShouldBe(Outcome.Broken);
        decision.Ratio.ShouldBe(Math.Exp(0.22), Close);
        decision.RatioBounds.Lower.ShouldBe(Math.Exp(0.22 - (T995With5 * s)), Close);
        decision.RatioBounds.Upper.ShouldBe(Math.Exp(0.22 + (T995With5 * s)), Close);
        decision.SmallestDetectableRatio.ShouldBe(1.08 * Math.Exp(T995With5 * s), Close);
    }

    [Test]
    public void ABaselineAddsItsLaunchesAndTakesAwayItsAcceptedValue()
    {
        BaselineLaunches baseline = new(0.01, [new(0.00, 0.01), new(0.02, 0.01), new(0.01, 0.01)]);

        // ν = 4 + 1 + 2, τ² = (0.0016 + 0.0008 + 0.0002) / 7, s² = τ² · (1/2 + 1.45/3) + 0.00025 / 2 + 0.0001 / 3
        double s = Math.Sqrt((0.0026 / 7 * (0.5 + (1.45 / 3))) + 0.000125 + (0.0001 / 3));

        Decision decision =
            Launches.TenPercent.Decide([Launches.Of(0.20, 0.01), Launches.Of(0.24, 0.02)], baseline);

        decision.Ratio.ShouldBe(Math.Exp(0.21), Close);
        decision.RatioBounds.Lower.ShouldBe(Math.Exp(0.21 - (T995With7 * s)), Close);
        decision.RatioBounds.Upper.ShouldBe(Math.Exp(0.21 + (T995With7 * s)), Close);
    }

    [Test]
    public void TheLimitsOfMoreIsBetterLieOnTheOtherSideOfOne()
    {
        LaunchRule rule = Launches.TenPercent with { Better = Direction.HigherIsBetter };
        double s = Math.Sqrt(((0.02 * 0.02) + (0.01 * 0.01)) / 1);

        // lo = −ln(1 − 0.10 + 0.02)
        rule.Decide([Launches.Of(0, 0.01)]).SmallestDetectableRatio
            .ShouldBe(Math.Exp(T995With4 * s) / 0.92, Close);
    }

    [TestCase(0.80, 1, Outcome.Kept)]
    [TestCase(0.82, 1, Outcome.Undecided)]
    [TestCase(0.93, 5, Outcome.Kept)]
    [TestCase(0.98, 5, Outcome.Undecided)]
    public void AnAbsoluteLimitIsKeptAtEightyPercentInOneLaunchAndAtNinetyThreeInFive(
        double ratio, int launches, Outcome expected) =>
        Launches.Absolute.Decide(Launches.Same(launches, Math.Log(ratio), 0.002)).Outcome.ShouldBe(expected);

    [TestCase(1.04, Outcome.Kept)]
    [TestCase(1.07, Outcome.Undecided)]
    public void OneLaunchOfADuetPassesBelowAboutFivePercent(double ratio, Outcome expected) =>
        Launches.TenPercent.Decide([Launches.Of(Math.Log(ratio), 0.004)]).Outcome.ShouldBe(expected);

    [Test]
    public void ASinglePreciseLaunchIsNotBelieved() =>
        Launches.Absolute.Decide([Launches.Of(Math.Log(0.95), 0)]).Outcome.ShouldBe(Outcome.Undecided);

    [Test]
    public void OneLaunchIsNeverRed() =>
        Launches.TenPercent.Decide([Launches.Of(Math.Log(100), 0)]).Outcome.ShouldBe(Outcome.Undecided);

    [Test]
    public void LaunchesThatDisagreeProveNothing() =>
        Launches.TenPercent.Decide([Launches.Of(0.05), Launches.Of(0.45)]).Outcome.ShouldBe(Outcome.Undecided);

    [Test]
    public void RedIsDecidedOverTheQuietWitness()
    {
        Launch disturbed = new(Typical: new Estimate(1, 0), Quiet: new Estimate(0.01, 0));

        Launches.TenPercent.Decide([disturbed, disturbed]).Outcome.ShouldBe(Outcome.Undecided);
    }

    [Test]
    public void APassIsDecidedOverAllSamples()
    {
        Launch bimodal = new(Typical: new Estimate(0.5, 0), Quiet: new Estimate(-2, 0));

        Launches.TenPercent.Decide([bimodal, bimodal]).Outcome.ShouldBe(Outcome.Undecided);
    }

    [Test]
    public void ARedVerdictShowsTheNumbersItWasReachedWith()
    {
        Launch launch = new(Typical: new Estimate(0.9, 0.3), Quiet: new Estimate(0.5, 0));

        Decision decision = Launches.TenPercent.Decide([launch, launch]);

        decision.Outcome.ShouldBe(Outcome.Broken);
        decision.Ratio.ShouldBe(Math.Exp(0.5), Close);
    }

    [Test]
    public void WhatCouldHaveBeenToldIsToldOfTheWitnessThatRedIsDecidedOver()
    {
        // The typical estimate is hopeless; the quiet one would have told a change of a few percent.
        Launch launch = new(Typical: new Estimate(0.09, 0.5), Quiet: new Estimate(0.09, 0));
        Launch[] launches = [launch, launch, launch];

        double detectable = Launches.TenPercent.Decide(launches).SmallestDetectableRatio;

        Decide(launches, Math.Log(detectable) - 0.09 + 1e-6).ShouldBe(Outcome.Broken);
        Decide(launches, Math.Log(detectable) - 0.09 - 1e-6).ShouldBe(Outcome.Undecided);

        static Outcome Decide(Launch[] launches, double shift) => Launches.TenPercent
            .Decide([.. launches.Select(launch => Launches.Shifted(launch, shift))]).Outcome;
    }

    [Test]
    public void NoLaunchIsRefused() =>
        Should.Throw<ArgumentException>(() => Launches.TenPercent.Decide([])).Message.ShouldContain("no launch");

    [TestCase(double.NaN, 0)]
    [TestCase(double.PositiveInfinity, 0)]
    [TestCase(0, double.NaN)]
    [TestCase(0, double.PositiveInfinity)]
    [TestCase(0, -0.001)]
    public void AnEstimateThatIsNoNumberIsRefused(double value, double standardError)
    {
        Estimate wrong = new(value, standardError);
        Estimate right = new(0, 0);

        Should.Throw<ArgumentException>(() => Launches.TenPercent.Decide([new Launch(wrong, right)]));
        Should.Throw<ArgumentException>(() => Launches.TenPercent.Decide([new Launch(right, wrong)]));
        Should.Throw<ArgumentException>(
            () => Launches.TenPercent.Decide([new Launch(right)], new BaselineLaunches(0, [right, wrong])));
    }

    [Test]
    public void ABaselineWithoutLaunchesOrValueIsRefused()
    {
        Launch[] one = [Launches.Of(0)];

        Should.Throw<ArgumentException>(() => Launches.TenPercent.Decide(one, new BaselineLaunches(0, [])));
        Should.Throw<ArgumentException>(
            () => Launches.TenPercent.Decide(one, new BaselineLaunches(double.NaN, [new Estimate(0, 0)])));
    }
}
