using NUnit.Framework;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tool.Reports.Html.Plots;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Plots;

[TestFixture]
public sealed class BoundsPlotTests
{
    [Test]
    public void LimitToleranceNoChangeAndBoundsAreShown()
    {
        string svg = BoundsPlot.Svg(MadeUpRuns.Time("Regressed", 1.3, 0.02, 1), [1.29, 1.31], "")!.Replace("&#x2B;", "+", StringComparison.Ordinal);

        svg.ShouldContain("area Tolerance");
        svg.ShouldContain("line Limit");
        svg.ShouldContain("line NoChange");
        svg.ShouldContain("line Bounds");
        svg.ShouldContain("area Estimate");
        svg.ShouldContain("dot Launch");
        svg.ShouldContain(">no change</text>");
        svg.ShouldContain(">limit</text>");
        svg.ShouldContain(">+20 %</text>");
    }

    [Test]
    public void AnAbsoluteLimitHasNoLineOfNoChange()
    {
        JudgementDocument judgement = MadeUpRuns.Time("Pass", 0.7, 0.02, 1) with { Baseline = null, AllowedPercent = null };

        BoundsPlot.Svg(judgement, [], "")!.ShouldNotContain("NoChange");
    }

    [Test]
    public void BoundsOfOneNoisyLaunchDoNotSqueezeTheRest() =>
        BoundsPlot.Svg(MadeUpRuns.Time("Inconclusive", 1.1, 0.02, 1) with { RatioBounds = new Bounds(0.01, 400) }, [], "")!.ShouldContain(">&#x2B;50 %</text>");

    [Test]
    public void WithoutBoundsThereIsNoPicture() =>
        BoundsPlot.Svg(MadeUpRuns.Time("Pass", 1, 0.02, 1) with { RatioBounds = null }, [], "").ShouldBeNull();
}
