using ScottPlot;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>How often the code under test took how long, over how often the base did.</summary>
internal static class DistributionPlot
{
    private const int Width = 460;
    private const int Height = 150;
    private const int LeastSteps = 10;
    private const int MostSteps = 32;
    private static readonly PixelPadding Padding = new(26, 26, 20, 8);

    /// <summary>The picture.</summary>
    public static string Svg(Distribution head, Distribution? @base, string description)
    {
        Distribution[] all = @base is null ? [head] : [@base, head];
        double low = all.Min(one => one.Quantile(0.01));
        double high = all.Max(one => one.Quantile(0.98));
        double margin = Math.Max((high - low) * 0.08, Math.Max(Math.Abs(high) * 0.01, 1e-9));
        (low, high) = (Math.Max(0, low - margin), high + margin);
        int steps = Math.Clamp((int)(2 * Math.Sqrt(all.Max(one => one.Count))), LeastSteps, MostSteps);
        double[][] shares = [.. all.Select(one => one.Shares(low, high, steps))];
        double top = Math.Max(shares.Max(each => each.Max()) * 1.05, 1e-9);
        PlotCanvas canvas = new(Width, Height, Padding, new CoordinateRect(low, high, 0, top));
        canvas.BottomScale(PlotCanvas.Seconds, 74);
        for (int index = 0; index < all.Length; index++)
        {
            bool isHead = index == all.Length - 1;
            canvas.Area(isHead ? PlotRole.Head : PlotRole.Base, Outline(shares[index], low, (high - low) / steps));
        }

        if (@base is not null)
        {
            canvas.Upright(PlotRole.BaseMedian, @base.Median);
        }

        canvas.Upright(PlotRole.HeadMedian, head.Median);
        return canvas.ToSvg(description);
    }

    private static Coordinates[] Outline(double[] shares, double low, double width) =>
    [
        new Coordinates(low, 0),
        .. shares.SelectMany((share, step) => new Coordinates[]
        {
            new(low + (step * width), share),
            new(low + ((step + 1) * width), share),
        }),
        new Coordinates(low + (shares.Length * width), 0),
    ];
}
