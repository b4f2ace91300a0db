using MathNet.Numerics.Statistics;
using ScottPlot;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>The samples or pairs in their order, each launch with its warm-up before it.</summary>
internal sealed class CoursePlot
{
    private const int Width = 460;
    private const int Height = 190;
    private const double WarmUpShare = 0.25;
    private static readonly PixelPadding Padding = new(62, 8, 20, 18);

    private readonly TestCourse _course;
    private readonly int _mostPoints;

    /// <summary>The plot of a course.</summary>
    /// <param name="course">At least one launch.</param>
    /// <param name="mostPoints">About how many samples to show; of more, every n-th.</param>
    public CoursePlot(TestCourse course, int mostPoints) => (_course, _mostPoints) = (course, mostPoints);

    /// <summary>Calls beyond the scale, put on its edge.</summary>
    public int Beyond { get; private set; }

    /// <summary>Of how many samples one is shown.</summary>
    public int Step => Math.Max(1, (_course.Count + _mostPoints - 1) / _mostPoints);

    /// <summary>Whether calls of a warm-up are among them.</summary>
    public bool HasWarmUp => _course.Launches.Any(launch => launch.WarmUp.Count > 0);

    /// <summary>The picture.</summary>
    public string ToSvg(string description)
    {
        double samplesWidth = _course.Launches.Sum(launch => (double)launch.Head.Count / Step);
        double warmUpWidth = HasWarmUp ? Math.Max(8, samplesWidth * WarmUpShare / _course.Launches.Count) : 0;
        (double low, double high) = Scale();
        double right = samplesWidth + (_course.Launches.Count * warmUpWidth);
        PlotCanvas canvas = new(Width, Height, Padding, new CoordinateRect(-1, right + 1, low, high));
        canvas.LeftScale(PlotCanvas.Seconds);
        double x = 0;
        for (int index = 0; index < _course.Launches.Count; index++)
        {
            LaunchCourse launch = _course.Launches[index];
            canvas.Label($"process {index + 1}", x, low, "start", 2, 13);
            if (index > 0)
            {
                canvas.Upright(PlotRole.LaunchEdge, x);
            }

            WarmUp(canvas, launch.WarmUp, x, warmUpWidth, (low, high));
            x += warmUpWidth;
            Samples(canvas, launch, x, high);
            x += (double)launch.Head.Count / Step;
        }

        return canvas.ToSvg(description);
    }

    private static void WarmUp(PlotCanvas canvas, IReadOnlyList<double> calls, double x, double width, (double Low, double High) scale)
    {
        if (calls.Count == 0 || width <= 0)
        {
            return;
        }

        canvas.Zone(PlotRole.WarmUpZone, x - 0.5, x + width - 0.5, scale.Low, scale.High);
        int[] shown = [.. LaunchCourse.Thinned(calls.Count, (int)Math.Max(width, 24))];
        canvas.Points(PlotRole.WarmUp, [.. shown.Select(call => new Coordinates(x + ((width - 1) * call / calls.Count), calls[call]))]);
    }

    private void Samples(PlotCanvas canvas, LaunchCourse launch, double x, double high)
    {
        List<Coordinates> aside = [];
        List<Coordinates> @base = [];
        List<Coordinates> head = [];
        for (int index = 0; index < launch.Head.Count; index += Step)
        {
            double place = x + ((double)index / Step);
            Add(launch.SetAside.Contains(index) ? aside : head, place, launch.Head[index], high);
            if (index < launch.Base.Count)
            {
                Add(launch.SetAside.Contains(index) ? aside : @base, place, launch.Base[index], high);
            }
        }

        canvas.Points(PlotRole.Base, @base);
        canvas.Points(PlotRole.Head, head);
        canvas.Points(PlotRole.SetAside, aside, MarkerShape.Eks, 5);
    }

    private void Add(List<Coordinates> points, double x, double y, double high)
    {
        if (double.IsFinite(y))
        {
            points.Add(new Coordinates(x, y));
            Beyond += y > high ? 1 : 0;
        }
    }

    // The samples fill the scale; single calls of a warm-up, or ones that a neighbour disturbed, may not squeeze them.
    private (double Low, double High) Scale()
    {
        double[] kept = [.. _course.HeadSeconds.Concat(_course.BaseSeconds).Order()];
        if (kept.Length == 0)
        {
            return (0, 1);
        }

        double median = SortedArrayStatistics.Median(kept);
        double low = kept[0];
        double high = Math.Max(SortedArrayStatistics.Quantile(kept, 0.98), median);
        double margin = Math.Max((high - low) * 0.15, Math.Max(Math.Abs(median) * 0.02, 1e-9));
        return (Math.Max(0, low - margin), high + (2 * margin));
    }
}
