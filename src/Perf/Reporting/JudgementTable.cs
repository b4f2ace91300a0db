using System.Globalization;
using Perf.Judging;
using Perf.Metrics;
using Perf.Runs;
using Perf.Thresholds;

namespace Perf.Reporting;

/// <summary>The small table under a test: what was measured against what.</summary>
public static class JudgementTable
{
    private static readonly string[] Heading = ["metric", "verdict", "measured", "limit", "ratio to it", "from"];

    private const string Unknown = "–";

    /// <summary>
    /// One row an objective, aligned, with what else is known of the judged ones below; why others are not is said before.
    /// </summary>
    public static string Of(IReadOnlyList<JudgementDocument> judgements)
    {
        List<string[]> rows = [Heading, .. judgements.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Heading.Length).Select(column => rows.Max(row => row[column].Length))];
        IEnumerable<string> lines = rows
            .Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        IEnumerable<string> reasons = judgements
            .Where(judgement => judgement.Reason.Length > 0 && judgement.Kind is (Verdict.Pass or Verdict.Regressed))
            .Select(judgement => $"{judgement.Metric}: {judgement.Reason}")
            .Distinct();
        return string.Join('\n', lines.Concat(reasons));
    }

    /// <summary>The ratio to the limit with its bounds; <c>exact</c> where none is needed, a dash where nothing was measured.</summary>
    internal static string RatioToLimit(JudgementDocument judgement) => judgement switch
    {
        { RatioToLimit: { } ratio, RatioToLimitBounds: { } bounds } => string.Create(
            CultureInfo.InvariantCulture, $"×{ratio:0.000} [{bounds.Lower:0.000} … {bounds.Upper:0.000}]"),
        { Current: null } => Unknown,
        _ => "exact",
    };

    /// <summary>A value with its unit; a dash where it is unknown.</summary>
    internal static string Value(double? value, string unit) => value is { } known ? Quantity.Of(known, unit) : Unknown;

    private static string[] Cells(JudgementDocument judgement)
    {
        string unit = judgement.Unit;
        string sense = judgement.Better == Direction.HigherIsBetter ? "≥" : "≤";
        string launches = judgement.Launches == 1 ? "1 launch" : $"{judgement.Launches} launches";
        return
        [
            judgement.Metric,
            judgement.Verdict,
            Value(judgement.Current, unit),
            judgement.Limit is null ? Unknown : $"{sense} {Value(judgement.Limit, unit)}",
            judgement.RatioToLimit is null ? RatioToLimit(judgement) : $"{RatioToLimit(judgement)}, {launches}",
            judgement.Place,
        ];
    }
}
