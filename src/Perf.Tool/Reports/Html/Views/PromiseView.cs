using Perf.Metrics;
using Perf.Reporting;
using Perf.Runs;
using Perf.Thresholds;
using Perf.Tool.Reports.Html.Plots;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>A promise and what can be said of it.</summary>
internal sealed record PromiseView
{
    /// <summary>The class in the style sheet.</summary>
    public required string Kind { get; init; }

    /// <summary>A sign that needs no colour.</summary>
    public required string Sign { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>What was measured.</summary>
    public required string Metric { get; init; }

    /// <summary>The metric with the instrument that it is read from; empty where the body itself is measured.</summary>
    public required string Instrument { get; init; }

    /// <summary>The attribute, as it is written.</summary>
    public required string Attribute { get; init; }

    /// <summary>Where the limit was written.</summary>
    public required string Threshold { get; init; }

    /// <summary>The measured value.</summary>
    public required string Current { get; init; }

    /// <summary>What it is compared with; empty for an absolute limit.</summary>
    public required string Baseline { get; init; }

    /// <summary>Where the baseline comes from.</summary>
    public required string BaselineSource { get; init; }

    /// <summary>The limit in force.</summary>
    public required string Limit { get; init; }

    /// <summary>By how much it changed.</summary>
    public required string Change { get; init; }

    /// <summary>What was allowed.</summary>
    public required string Allowed { get; init; }

    /// <summary>Whether to believe it.</summary>
    public required string Belief { get; init; }

    /// <summary>Why there is no other verdict.</summary>
    public required string Reason { get; init; }

    /// <summary>The whole failure message.</summary>
    public required string Message { get; init; }

    /// <summary>The stages that moved most.</summary>
    public required string Where { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required string Effort { get; init; }

    /// <summary>The ratio with its bounds; null where there are none.</summary>
    public FigureView? Bounds { get; init; }

    /// <summary>Whether strict mode failed the test for want of a verdict.</summary>
    public bool IsHeldAgainst { get; init; }

    /// <summary>Whether there are bounds to show.</summary>
    public bool HasBounds => Bounds is not null;

    /// <summary>How bad it is beside the others of its kind: the ratio to what was allowed.</summary>
    public double Severity { get; init; }

    /// <summary>The view of a judgement.</summary>
    public static PromiseView Of(TestDocument test, JudgementDocument judgement)
    {
        VerdictKind kind = VerdictKinds.Of(judgement);
        string unit = judgement.Unit;
        return new PromiseView
        {
            Kind = kind.ToString(),
            Sign = VerdictKinds.Sign(kind),
            Verdict = VerdictKinds.Word(kind),
            Metric = TitleOf(judgement),
            Instrument = judgement.Metric.Contains(" (", StringComparison.Ordinal) ? judgement.Metric : "",
            Attribute = judgement.Attribute,
            Threshold = judgement.Threshold ?? "",
            Current = Value(judgement.Current, unit),
            Baseline = judgement.Baseline is null ? "" : Value(judgement.Baseline, unit),
            BaselineSource = judgement.BaselineSource ?? "",
            Limit = judgement.Limit is null ? "" : $"{(judgement.Better == Direction.HigherIsBetter ? "≥" : "≤")} {Value(judgement.Limit, unit)}",
            Change = Views.Change.Of(judgement),
            Allowed = Views.Change.Allowed(judgement),
            Belief = Views.Belief.Of(judgement),
            Reason = judgement.Reason,
            Message = kind == VerdictKind.Regressed && judgement is { Current: not null, Limit: not null } ? FailureMessage.Of(judgement, test.Test) : "",
            Where = string.Join(", ", judgement.Stages.Take(3).Select(stage => $"{stage.Stage} {Quantity.Percent((stage.Ratio - 1) * 100)}")),
            Effort = EffortOf(judgement),
            Bounds = BoundsOf(test, judgement),
            IsHeldAgainst = judgement.HeldAgainst,
            Severity = judgement.Ratio is { } ratio && double.IsFinite(ratio) ? ratio / RatioScale.Of(judgement).Limit : 0,
        };
    }

    /// <summary>A metric as a person says it; the names of instruments stay as they are.</summary>
    public static string MetricName(string metric)
    {
        int instrument = metric.IndexOf(" (", StringComparison.Ordinal);
        return instrument < 0
            ? metric.Replace('_', ' ')
            : string.Concat(metric[..instrument].Replace('_', ' '), metric.AsSpan(instrument));
    }

    // Records of former versions have no title.
    private static string TitleOf(JudgementDocument judgement) =>
        string.IsNullOrEmpty(judgement.Title) || judgement.Title == judgement.Metric ? MetricName(judgement.Metric) : judgement.Title;

    private static string Value(double? value, string unit) => value is { } known ? Quantity.Of(known, unit) : "–";

    private static string EffortOf(JudgementDocument judgement)
    {
        if (judgement.Launches == 0)
        {
            return "";
        }

        string samples = judgement switch { { Spread: not null } => "pairs", { Control: not null } => "calls", _ => "samples" };
        string processes = judgement.Launches == 1 ? "1 process" : $"{judgement.Launches} processes";
        string clock = judgement.Clock is null ? "" : $", {judgement.Clock}";
        return $"{processes}, {judgement.Samples} {samples}, {Quantity.Seconds(judgement.Seconds)}{clock}";
    }

    private static FigureView? BoundsOf(TestDocument test, JudgementDocument judgement)
    {
        double[] launches = judgement is { Unit: "s", Metric: "time", Baseline: not null }
            ? [.. test.Duets.Select(duet => duet.TimeRatio).OfType<double>()]
            : [];
        string reference = judgement.Baseline is null ? "the limit" : "the baseline";
        string description = judgement.RatioBounds is not { } bounds ? "" :
            $"Change of {MetricName(judgement.Metric)} from {reference}: {Views.Change.OfRatio(judgement, judgement.Ratio ?? 1)}, "
            + $"99 % bounds {Views.Change.OfRatio(judgement, bounds.Lower)} to {Views.Change.OfRatio(judgement, bounds.Upper)}; {Views.Change.Allowed(judgement)}.";
        if (BoundsPlot.Svg(judgement, launches, description) is not { } svg)
        {
            return null;
        }

        List<LegendView> legend = [LegendView.Diamond(PlotRole.Estimate, "measured"), LegendView.Line(PlotRole.Bounds, "99 % bounds")];
        if (judgement.TolerancePercent > 0)
        {
            legend.Add(LegendView.Area(PlotRole.Tolerance, "tolerance"));
        }

        if (launches.Length > 0)
        {
            legend.Add(LegendView.Dot(PlotRole.Launch, "one process alone"));
        }

        return new FigureView("Change beside the limit", $"Percent of {reference}; further right is worse.", svg, legend);
    }
}
