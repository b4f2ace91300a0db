using NUnit.Framework;
using Perf.Judging;
using Perf.Runs;
using Perf.Thresholds;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Views;

[TestFixture]
public sealed class BeliefTests
{
    [Test]
    public void BoundsBeyondTheLimitAreBelieved() =>
        Of(MadeUpRuns.Time("Regressed", 1.3, 0.01, 1) with { Launches = 2 })
            .ShouldBe("Believe it: 2 separate processes agree, and even the most favourable end of the 99 % bounds (+27.4 %) is beyond the limit.");

    [Test]
    public void BoundsThatBeginInsideTheToleranceAreClose() =>
        Of(MadeUpRuns.Time("Regressed", 1.152, 0.026, 1) with { Launches = 3 })
            .ShouldBe("Believe it, but it is close: 3 separate processes agree, and the 99 % bounds begin at +9.2 %, just inside the tolerance around the limit.");

    [Test]
    public void WhatIsCountedHasNoNoise() =>
        Of(MadeUpRuns.Exact("allocated_bytes", "By", "Regressed", "[MaxAllocations]", 24, 0, Direction.LowerIsBetter))
            .ShouldBe("Believe it: this is counted, so noise cannot have caused it.");

    [Test]
    public void ABusyMachineIsToldOf() =>
        Of(MadeUpRuns.Time("Regressed", 1.3, 0.01, 1) with { Control = new ControlEvidence("Gemm", 1, 1, 0.45, 0.01, 0) })
            .ShouldEndWith("The machine was busy: somebody else disturbed 45 % of the calls.");

    [Test]
    public void NoAnswerSaysWhatCouldHaveBeenTold() =>
        Of(MadeUpRuns.Time("Inconclusive", 1.1, 0.03, 1))
            .ShouldBe("No answer yet: the change lies between +3.4 % and +16.6 %, with 99 % confidence. This run could have told a change of 12.6 % or more.");

    [Test]
    public void AnAbsoluteLimitHasNoChange() =>
        Of(MadeUpRuns.Time("Inconclusive", 0.9, 0.2, 1) with { Baseline = null, AllowedPercent = null })
            .ShouldBe("No answer yet: it lies between 46 % under and 26 % over the limit, with 99 % confidence.");

    [Test]
    public void MoreThanTheLeastIsOverTheLimit() =>
        Of(MadeUpRuns.Time("Pass", 0.5, 0.1, 1) with { Baseline = null, AllowedPercent = null, Better = Direction.HigherIsBetter })
            .ShouldBe("It lies between 150 % over and 67 % over the limit, with 99 % confidence.");

    [Test]
    public void MoreOfWhatIsGoodIsToldTheRightWayRound() =>
        Of(MadeUpRuns.Time("Pass", 1.0, 0.02, 1) with { Better = Direction.HigherIsBetter })
            .ShouldBe("The change lies between +4.2 % and −3.8 %, with 99 % confidence.");

    private static string Of(JudgementDocument judgement) => Belief.Of(judgement).Replace('\u00A0', ' ');
}
