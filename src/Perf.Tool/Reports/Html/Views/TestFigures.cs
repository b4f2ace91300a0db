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
        Timeline timeline = Timeline.Of(test);
        if (timeline.Count < 2)
        {
            return [];
        }

        int points = VerdictKinds.Of(test) is VerdictKind.Pass or VerdictKind.New ? PointsOtherwise : PointsOfInterest;
        FigureView overTime = OverTime(timeline, points);
        return DistributionOf(test, timeline) is { } distribution ? [overTime, distribution] : [overTime];
    }

    private static FigureView OverTime(Timeline timeline, int points)
    {
        string what = timeline.IsDuet ? "pair" : "sample";
        TimelinePlot plot = new(timeline, points);
        string svg = plot.ToSvg(Description(timeline));
        List<string> notes = [timeline.IsDuet
            ? "Both builds by turns, oldest left: what disturbs one disturbs the other."
            : "The time of one iteration, oldest left."];
        if (plot.Step > 1)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{timeline.Count} {what}s, one in {plot.Step} is shown."));
        }

        if (plot.Beyond > 0)
        {
            notes.Add("Values beyond the scale are put on its upper edge.");
        }

        List<LegendView> legend = timeline.IsDuet
            ? [LegendView.Dot(PlotRole.Base, "base"), LegendView.Dot(PlotRole.Head, "this code")]
            : [LegendView.Dot(PlotRole.Head, "this code")];
        if (timeline.SetAside > 0)
        {
            legend.Add(LegendView.Cross(PlotRole.SetAside, string.Create(CultureInfo.InvariantCulture, $"set aside ({timeline.SetAside})")));
        }

        if (plot.HasWarmUp)
        {
            legend.Add(LegendView.Dot(PlotRole.WarmUp, "warm-up, not judged"));
        }

        return new FigureView(timeline.IsDuet ? "Pairs over time" : "Samples over time", string.Join(' ', notes), svg, legend);
    }

    private static FigureView? DistributionOf(TestDocument test, Timeline timeline)
    {
        if (Distribution.OfSamples(timeline.HeadSeconds) is not { } head)
        {
            return null;
        }

        JudgementDocument? recorded = test.Judgements.FirstOrDefault(judgement => judgement.Unit == "s" && judgement.RecordedQuantiles.Count > 0);
        bool isRecorded = !timeline.IsDuet && recorded is not null;
        Distribution? @base = isRecorded ? Distribution.OfQuantiles(recorded!.RecordedQuantiles) : Distribution.OfSamples(timeline.BaseSeconds);
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

    private static string Description(Timeline timeline)
    {
        Distribution? head = Distribution.OfSamples(timeline.HeadSeconds);
        string range = head is null
            ? ""
            : $"; this code from {Quantity.Seconds(head.Quantile(0.05))} to {Quantity.Seconds(head.Quantile(0.95))} in nine of ten";
        string processes = timeline.Launches.Count == 1 ? "one process" : $"{timeline.Launches.Count} processes";
        return $"{timeline.Count} {(timeline.IsDuet ? "pairs" : "samples")} of {processes} in their order, {timeline.SetAside} set aside{range}.";
    }
}
