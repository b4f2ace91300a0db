using System.Globalization;
using Perf.Judging;
using Perf.Metrics;

namespace Perf.Reporting;

/// <summary>The small table under a test: what was measured against what.</summary>
public static class JudgementTable
{
    private static readonly string[] Heading = ["metric", "verdict", "measured", "limit", "ratio to it", "from"];

    /// <summary>One row an objective, aligned, with what else is known of the judged ones below; why others are not is said before.</summary>
    public static string Of(IReadOnlyList<Judgement> judgements)
    {
        List<string[]> rows = [Heading, .. judgements.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Heading.Length).Select(column => rows.Max(row => row[column].Length))];
        IEnumerable<string> lines = rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        IEnumerable<string> reasons = judgements
            .Where(judgement => judgement.Reason.Length > 0 && judgement.Verdict is (Verdict.Pass or Verdict.Regressed))
            .Select(judgement => $"{judgement.Objective.MetricInWords}: {judgement.Reason}");
        return string.Join('\n', lines.Concat(reasons));
    }

    private static string[] Cells(Judgement judgement)
    {
        string unit = judgement.Objective.Metric.Unit;
        return
        [
            judgement.Objective.MetricInWords,
            judgement.VerdictInWords,
            judgement.Current is { } current ? Quantity.Of(current, unit) : "–",
            judgement.Limit is { } limit ? $"{(judgement.Objective.Metric.Better == Thresholds.Direction.HigherIsBetter ? "≥" : "≤")} {Quantity.Of(limit, unit)}" : "–",
            judgement.Decision is { } d ? string.Create(CultureInfo.InvariantCulture, $"×{d.Ratio:0.000} [{d.RatioBounds.Lower:0.000} … {d.RatioBounds.Upper:0.000}], {judgement.Launches} launch{(judgement.Launches == 1 ? "" : "es")}") : "exact",
            judgement.Objective.Origin.ToString(),
        ];
    }
}
