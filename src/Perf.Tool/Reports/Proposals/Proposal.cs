using Perf.Baselines;
using Perf.Reporting;

namespace Perf.Tool.Reports.Proposals;

/// <summary>A tighter baseline that a test proposes which got better beyond noise.</summary>
/// <param name="Row">What improved.</param>
/// <param name="Series">What the baseline would hold; null of a run beside a base build, which has none to accept.</param>
internal sealed record Proposal(ReportRow Row, BaselineSeries? Series)
{
    /// <summary>The proposals of a report.</summary>
    public static IReadOnlyList<Proposal> Of(IEnumerable<ReportRow> rows) =>
    [
        .. rows.Where(row => row.Severity == Severity.Improved).Select(row => new Proposal(row, SeriesOf(row))),
    ];

    // The record tells a metric with its instrument, a baseline by its name alone.
    private static BaselineSeries? SeriesOf(ReportRow row) => row.Test.Series.FirstOrDefault(series =>
        row.Judgement!.Metric == series.Metric || row.Judgement.Metric.StartsWith($"{series.Metric} (", StringComparison.Ordinal));
}
