using NUnit.Framework;
using Perf.Runs;
using Perf.Thresholds;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Views;

[TestFixture]
public sealed class ChangeTests
{
    [TestCase(1.152, "15.2 % slower")]
    [TestCase(0.874, "12.6 % faster")]
    [TestCase(1.0001, "unchanged")]
    public void TimeIsSlowerOrFaster(double ratio, string words) => Change.Of(MadeUpRuns.Time("Pass", ratio, 0.01, 0.0123)).ShouldBe(words);

    [TestCase("{image}/s", Direction.HigherIsBetter, 90, "10.0 % slower")]
    [TestCase("{image}/s", Direction.HigherIsBetter, 110, "10.0 % faster")]
    [TestCase("By", Direction.LowerIsBetter, 110, "10.0 % more")]
    [TestCase("1", Direction.HigherIsBetter, 90, "10.0 % less")]
    public void OtherMetricsChangeInTheirOwnWords(string unit, Direction better, double current, string words) =>
        Change.Of(Compared(unit, better, current, 100)).ShouldBe(words);

    [Test]
    public void WhatWasNothingHasNoPercentage() => Change.Of(Compared("By", Direction.LowerIsBetter, 24, 0)).ShouldBe("24 B, from 0 B");

    [TestCase("s", 0.6, 0.5, "20 % over the limit")]
    [TestCase("s", 0.4, 0.5, "20 % under the limit")]
    [TestCase("%", 71.4, 80, "8.6 points under the limit")]
    [TestCase("By", 24, 0, "24 B")]
    [TestCase("By", 0, 0, "exactly at the limit")]
    public void AnAbsoluteLimitIsWhatItIsComparedWith(string unit, double current, double limit, string words) =>
        Change.Of(MadeUpRuns.Exact("x", unit, "Pass", "[MaxMetric]", current, limit, Direction.LowerIsBetter)).ShouldBe(words);

    private static JudgementDocument Compared(string unit, Direction better, double current, double baseline) =>
        MadeUpRuns.Exact("x", unit, "Pass", "[MaxRegression]", current, 0, better) with { Baseline = baseline, AllowedPercent = 10 };
}
