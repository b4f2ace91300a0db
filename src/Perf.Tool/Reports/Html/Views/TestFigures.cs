using System.Globalization;
using Perf.Metrics;
using Perf.Runs;
using Perf.Tool.Reports.Html.Plots;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>The plots of a test's samples.</summary>
internal static class TestFigures
{
    // A reader looks at what went wrong; 200 tests that did not must fit into the page too.
    private const int PointsOfInterest = 240;
    private const int PointsOtherwise = 100;

    /// <summary>Samples over time and their distribution; none where there are too few to look at.</summary>
    public static IReadOnlyList<FigureView> Of(TestDocument test)
    {
        TestCourse course = TestCourse.Of(test);
        if (course.Count < 2)
        {
            return [];
        }

        int points = VerdictKinds.Of(test) is VerdictKind.Pass or VerdictKind.New ? PointsOtherwise : PointsOfInterest;
        FigureView overTime = OverTime(course, points);
        return DistributionOf(test, course) is { } distribution ? [overTime, distribution] : [overTime];
    }

    private static FigureView OverTime(TestCourse course, int points)
    {
        string what = course.IsDuet ? "pair" : "sample";
        CoursePlot plot = new(course, points);
        string svg = plot.ToSvg(Description(course));
        List<string> notes = [course.IsDuet
            ? "Both builds by turns, oldest left: what disturbs one disturbs the other."
            : "The time of one iteration, oldest left."];
        if (plot.Step > 1 || course.Taken > course.Count)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Of {course.Taken} {what}s an even choice is shown."));
        }

        if (plot.Beyond > 0)
        {
            notes.Add("Values beyond the scale are put on its upper edge.");
        }

        List<LegendView> legend = course.IsDuet
            ? [LegendView.Dot(PlotRole.Base, "base"), LegendView.Dot(PlotRole.Head, "this code")]
            : [LegendView.Dot(PlotRole.Head, "this code")];
        if (course.SetAside > 0)
        {
            legend.Add(LegendView.Cross(PlotRole.SetAside, string.Create(CultureInfo.InvariantCulture, $"set aside ({100.0 * course.SetAside / course.Count:0} %)")));
        }

        if (plot.HasWarmUp)
        {
            legend.Add(LegendView.Dot(PlotRole.WarmUp, "warm-up, not judged"));
        }

        return new FigureView(course.IsDuet ? "Pairs over time" : "Samples over time", string.Join(' ', notes), svg, legend);
    }

    private static FigureView? DistributionOf(TestDocument test, TestCourse course)
    {
        if (Distribution.OfSamples(course.HeadSeconds) is not { } head)
        {
            return null;
        }

        JudgementDocument? recorded = test.Judgements.FirstOrDefault(judgement => judgement.Unit == "s" && judgement.RecordedQuantiles.Count > 0);
        bool isRecorded = !course.IsDuet && recorded is not null;
        Distribution? @base = isRecorded ? Distribution.OfQuantiles(recorded!.RecordedQuantiles) : Distribution.OfSamples(course.BaseSeconds);
        string name = isRecorded ? "recorded" : "base";
        string medians = $"median of this code {Quantity.Seconds(head.Median)}{(@base is null ? "" : $", {name} {Quantity.Seconds(@base.Median)}")}";
        string note = isRecorded ? " The recorded times are as they were then; the verdict also allows for how fast the machine is now." : "";
        List<LegendView> legend = @base is null ? [] : [LegendView.Area(PlotRole.Base, name)];
        legend.Add(LegendView.Area(PlotRole.Head, "this code"));
        legend.Add(LegendView.Upright(PlotRole.HeadMedian, "median"));
        return new FigureView(
            "How long it took, how often",
            $"The higher, the more often; {medians}.{note}",
            DistributionPlot.Svg(head, @base, $"Distribution of the time of one iteration: {medians}."),
            legend);
    }

    private static string Description(TestCourse course)
    {
        Distribution? head = Distribution.OfSamples(course.HeadSeconds);
        string range = head is null
            ? ""
            : $"; this code from {Quantity.Seconds(head.Quantile(0.05))} to {Quantity.Seconds(head.Quantile(0.95))} in nine of ten";
        string processes = course.Launches.Count == 1 ? "one process" : $"{course.Launches.Count} processes";
        string aside = string.Create(CultureInfo.InvariantCulture, $"{100.0 * course.SetAside / course.Count:0} %");
        return $"{course.Taken} {(course.IsDuet ? "pairs" : "samples")} of {processes} in their order, {aside} of them set aside{range}.";
    }
}
