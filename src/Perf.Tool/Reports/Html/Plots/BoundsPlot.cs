using Perf.Metrics;
using Perf.Runs;
using ScottPlot;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>The measured ratio with its bounds, beside the limit, the tolerance around it, and no change.</summary>
internal static class BoundsPlot
{
    private const int Width = 460;
    private const int Height = 78;
    private const double Middle = 0.5;
    private const double Room = 0.12;
    private const double LabelWidth = 56;
    private static readonly PixelPadding Padding = new(26, 26, 20, 18);

    /// <summary>The picture; null where a judgement has no bounds.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="launches">What each process alone says, as ratios; none where it is not known.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public static string? Svg(JudgementDocument judgement, IReadOnlyList<double> launches, string description)
    {
        if (judgement.RatioBounds is not { } bounds || judgement.Ratio is not { } ratio
            || !double.IsFinite(bounds.Lower) || !double.IsFinite(bounds.Upper) || !double.IsFinite(ratio))
        {
            return null;
        }

        RatioScale scale = RatioScale.Of(judgement);
        double[] marks = [scale.Limit, scale.LowerTolerance, scale.UpperTolerance, ratio, .. scale.HasBaseline ? [1.0] : Array.Empty<double>()];
        double span = marks.Max() - marks.Min();

        // Bounds of one noisy launch may reach from nothing to ten times: they end at the edge.
        double low = Math.Max(Math.Min(marks.Min(), bounds.Lower), marks.Min() - Math.Max(2 * span, 0.5));
        double high = Math.Min(Math.Max(marks.Max(), bounds.Upper), marks.Max() + Math.Max(2 * span, 0.5));
        double margin = Math.Max((high - low) * Room, 0.01);
        PlotCanvas canvas = new(Width, Height, Padding, new CoordinateRect(low - margin, high + margin, 0, 1));
        canvas.Zone(PlotRole.Tolerance, scale.LowerTolerance, scale.UpperTolerance, 0, 1);
        canvas.BottomScale(value => Percent(value), 62);
        if (scale.HasBaseline)
        {
            canvas.Upright(PlotRole.NoChange, 1);
            NoChange(canvas, scale.Limit);
        }

        canvas.Upright(PlotRole.Limit, scale.Limit);
        canvas.Label("limit", scale.Limit, 1, "start", 3, -5);
        canvas.Line(PlotRole.Bounds, bounds.Lower, Middle, bounds.Upper, Middle);
        canvas.Points(PlotRole.Launch, [.. launches.Where(double.IsFinite).Select(launch => new Coordinates(launch, 0.22))]);
        canvas.Points(PlotRole.Estimate, [new Coordinates(ratio, Middle)], MarkerShape.FilledDiamond, 11);
        return canvas.ToSvg(description);
    }

    // Left of its line, or between it and the limit, whichever has room; the dots of its line say enough otherwise.
    private static void NoChange(PlotCanvas canvas, double limit)
    {
        if (canvas.Across(1) > LabelWidth)
        {
            canvas.Label("no change", 1, 1, "end", -3, -5);
        }
        else if (canvas.Across(limit) - canvas.Across(1) > LabelWidth)
        {
            canvas.Label("no change", 1, 1, "start", 3, -5);
        }
    }

    private static string Percent(double ratio) => Quantity.Percent(Math.Round((ratio - 1) * 100, 6)).Replace(".0 %", " %", StringComparison.Ordinal);
}
