using System.Globalization;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>The judgements of a summary as a table in Markdown; of several runs each row says of which.</summary>
/// <param name="runs">The runs of the summary.</param>
internal sealed class SummaryTable(IReadOnlyList<RunDocument> runs)
{
    private static readonly string[] Columns = ["verdict", "test", "metric", "measured", "limit", "ratio", "effort", "seconds", "from"];

    /// <summary>Writes a table, nothing without rows.</summary>
    public void Write(MarkdownText text, IReadOnlyList<ReportRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string[] columns = runs.Count == 1 ? Columns : [.. Columns, "run"];
        text.Add($"\n| {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat("---|", columns.Length))}\n");
        foreach (ReportRow row in rows)
        {
            IEnumerable<string> cells = runs.Count == 1 ? Cells(row) : [.. Cells(row), RunOf(row)];
            text.Add($"| {string.Join(" | ", cells.Select(MarkdownText.Cell))} |\n");
        }
    }

    private static string[] Cells(ReportRow row)
    {
        JudgementDocument judgement = row.Judgement!;
        return
        [
            judgement.Verdict,
            row.Name,
            judgement.Metric,
            JudgementTable.Value(judgement.Current, judgement.Unit),
            JudgementTable.Value(judgement.Limit, judgement.Unit),
            Ratio(judgement),
            FailureMessage.Effort(judgement),
            judgement.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
            judgement.Place,
        ];
    }

    private static string RunOf(ReportRow row) =>
        $"{row.Run.Environment}{(row.Run.Shard is { } shard ? $" {shard}" : "")}, {MachineText.Of(row.Run.Machine)}";

    // To the baseline, where there is one; the limit stands beside it.
    private static string Ratio(JudgementDocument judgement) => judgement is { Ratio: { } ratio, RatioBounds: { } bounds }
        ? string.Create(CultureInfo.InvariantCulture, $"×{ratio:0.000} [{bounds.Lower:0.000} … {bounds.Upper:0.000}]")
        : JudgementTable.RatioToLimit(judgement);
}
