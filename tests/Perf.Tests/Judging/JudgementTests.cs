using NUnit.Framework;
using Perf.Judging;
using Perf.Statistics;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class JudgementTests
{
    private static readonly Decision Decision = new(Outcome.Kept, 0.9, new Bounds(0.8, 1.0), 1.05, 0.02);

    private static readonly BaselineEvidence Baseline = new(1, "baselines/cpu.json", AllowedPercent: 10);

    [Test]
    public void AnAbsoluteLimitIsToldAsTheRatioToIt()
    {
        Judgement judgement = new(SomeObjectives.Duration, Verdict.Pass) { Decision = Decision };

        judgement.Ratio.ShouldBe(0.9);
        judgement.RatioBounds.ShouldBe(new Bounds(0.8, 1.0));
        judgement.SmallestDetectablePercent!.Value.ShouldBe(5, 1e-9);
    }

    [Test]
    public void ARegressionIsToldAsTheRatioToItsBaseline()
    {
        Judgement judgement =
            new(SomeObjectives.TimeRegression, Verdict.Pass) { Decision = Decision, Baseline = Baseline };

        judgement.Ratio!.Value.ShouldBe(0.99, 1e-12);
        judgement.RatioBounds!.Value.Lower.ShouldBe(0.88, 1e-12);
        judgement.RatioBounds.Value.Upper.ShouldBe(1.1, 1e-12);
        judgement.SmallestDetectablePercent!.Value.ShouldBe(15.5, 1e-9);
    }

    [Test]
    public void AFallenRateIsToldSoThatMoreIsWorse()
    {
        Judgement judgement =
            new(SomeObjectives.RateRegression, Verdict.Pass) { Decision = Decision, Baseline = Baseline };

        // The limit is 0.9 of the baseline, and the rate is the limit over 0.9: the baseline itself.
        judgement.Ratio!.Value.ShouldBe(1, 1e-12);

        // A rate falls by 14.3 % when it is divided by 1.05 / 0.9.
        judgement.SmallestDetectablePercent!.Value.ShouldBe(100 * (1 - (0.9 / 1.05)), 1e-9);
    }

    [TestCase(Verdict.Pass, false, false, "Pass")]
    [TestCase(Verdict.Pass, true, false, "Pass, improved")]
    [TestCase(Verdict.Regressed, false, false, "Regressed")]
    [TestCase(Verdict.Inconclusive, false, false, "Inconclusive")]
    [TestCase(Verdict.NotComparable, false, false, "NotComparable")]
    [TestCase(Verdict.NotComparable, false, true, "NotComparable: new")]
    public void AVerdictIsToldWithWhatQualifiesIt(Verdict verdict, bool improved, bool exempt, string expected) =>
        new Judgement(SomeObjectives.TimeRegression, verdict) { IsImproved = improved, IsExempt = exempt }
            .VerdictInWords.ShouldBe(expected);

    [Test]
    public void AnAbsentDeviceIsNotCalledNew() =>
        new Judgement(SomeObjectives.DeviceShare, Verdict.NotComparable) { IsExempt = true, LacksDevice = true }
            .VerdictInWords.ShouldBe("NotComparable: no device");
}
