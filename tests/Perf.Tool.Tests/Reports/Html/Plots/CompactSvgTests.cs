using NUnit.Framework;
using Perf.Tool.Reports.Html.Plots;
using ScottPlot;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Plots;

[TestFixture]
public sealed class CompactSvgTests
{
    private static readonly CoordinateRect Limits = new(0, 10, 0, 10);

    [Test]
    public void DotsOfASeriesAreOnePath()
    {
        PlotCanvas canvas = new(120, 120, new PixelPadding(10), Limits);
        canvas.Points(PlotRole.Head, [new(1, 1), new(5, 5), new(9, 9)]);

        canvas.ToSvg("three dots").ShouldBe(
            "<svg viewBox=\"0 0 120 120\" role=\"img\" aria-label=\"three dots\"><path class=\"dot Head\" d=\"M20 100h0M60 60h0M100 20h0\"/></svg>");
    }

    [Test]
    public void ColoursAreClassesAndClipPathsAreGone()
    {
        PlotCanvas canvas = new(120, 120, new PixelPadding(10), Limits);
        canvas.Zone(PlotRole.Tolerance, 2, 4, 0, 10);
        canvas.Upright(PlotRole.Limit, 3);
        canvas.Points(PlotRole.SetAside, [new(5, 5)], MarkerShape.Eks);

        string svg = canvas.ToSvg("");

        svg.ShouldContain("<path class=\"area Tolerance\" d=\"M30 10h20v100h-20z\"/>");
        svg.ShouldContain("<path class=\"line Limit\" d=\"M40 110L40 10\"/>");
        svg.ShouldContain("class=\"line SetAside\"");
        svg.ShouldNotContain("clip");
        svg.ShouldNotContain("id=");
        svg.ShouldNotContain("#");
    }

    [Test]
    public void WhatLiesOutsideOfTheScaleIsPutOnItsEdge()
    {
        PlotCanvas canvas = new(120, 120, new PixelPadding(10), Limits);
        canvas.Points(PlotRole.Head, [new(5, 1000)]);

        canvas.ToSvg("").ShouldContain("M60 10h0");
    }

    [Test]
    public void LabelsAreTextsAndEncoded()
    {
        PlotCanvas canvas = new(120, 120, new PixelPadding(10), Limits);
        canvas.Label("<b>", 0, 0, "end", 0, 0);

        canvas.ToSvg("\"").ShouldBe("<svg viewBox=\"0 0 120 120\" role=\"img\" aria-label=\"&quot;\"><text x=\"10\" y=\"110\" class=\"end\">&lt;b&gt;</text></svg>");
    }
}
