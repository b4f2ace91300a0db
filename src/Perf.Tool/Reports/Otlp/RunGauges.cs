using System.Diagnostics.Metrics;
using System.Text;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports.Otlp;

/// <summary>A run as gauges: what was measured of a metric is one in its own unit, verdicts and ratios are one each.</summary>
internal static class RunGauges
{
    // What an instrument may be called at most.
    private const int LongestName = 255;

    /// <summary>Adds the gauges of a run to a meter.</summary>
    /// <returns>How many there are.</returns>
    public static int Add(Meter meter, IReadOnlyList<ReportRow> rows)
    {
        ReportRow[] judged = [.. rows.Where(row => row.Judgement is not null)];
        List<(string Name, string Unit, string Description, IEnumerable<Measurement<double>> Values)> gauges =
        [
            ("perf.verdict", "1", "1, with the verdict as an attribute", judged.Select(Verdict)),
            ("perf.errors", "{test}", "Tests that could not be measured", [new Measurement<double>(rows.Count(row => row.Judgement is null))]),
            ("perf.limit.ratio", "1", "Measured to limit; more than 1 is beyond it", Values(judged, judgement => judgement.RatioToLimit)),
            ("perf.limit.ratio.lower", "1", "Lower 99 % bound of the ratio to the limit", Values(judged, judgement => judgement.RatioToLimitBounds?.Lower)),
            ("perf.limit.ratio.upper", "1", "Upper 99 % bound of the ratio to the limit", Values(judged, judgement => judgement.RatioToLimitBounds?.Upper)),
            ("perf.baseline.ratio", "1", "Measured to baseline; more is worse", Values(judged, judgement => judgement.Baseline is null ? null : judgement.Ratio)),
        ];

        // Two metrics of one name and different units are two instruments.
        foreach (IGrouping<(string Name, string Unit), ReportRow> metric in judged.GroupBy(row => (NameOf(row.Judgement!.Metric), row.Judgement!.Unit)))
        {
            gauges.Add(($"perf.measured.{metric.Key.Name}", metric.Key.Unit, "What was measured", Values(metric, judgement => judgement.Current)));
            gauges.Add(($"perf.limit.{metric.Key.Name}", metric.Key.Unit, "The limit in force", Values(metric, judgement => judgement.Limit)));
            gauges.Add(($"perf.baseline.{metric.Key.Name}", metric.Key.Unit, "The baseline behind the limit", Values(metric, judgement => judgement.Baseline)));
        }

        foreach ((string name, string unit, string description, IEnumerable<Measurement<double>> values) in gauges)
        {
            Measurement<double>[] told = [.. values];
            meter.CreateObservableGauge(name[..Math.Min(name.Length, LongestName)], () => told, unit, description);
        }

        return gauges.Count;
    }

    private static Measurement<double> Verdict(ReportRow row) =>
        new(1, [.. Attributes(row), KeyValuePair.Create<string, object?>("perf.verdict", row.Judgement!.Verdict)]);

    private static IEnumerable<Measurement<double>> Values(IEnumerable<ReportRow> rows, Func<JudgementDocument, double?> value) => rows
        .Where(row => value(row.Judgement!) is not null)
        .Select(row => new Measurement<double>(value(row.Judgement!)!.Value, Attributes(row)));

    private static KeyValuePair<string, object?>[] Attributes(ReportRow row) =>
    [
        KeyValuePair.Create<string, object?>("test.case.name", row.Test.Test.FullName),
        KeyValuePair.Create<string, object?>("perf.metric", row.Judgement!.Metric),
        KeyValuePair.Create<string, object?>("perf.promise", row.Judgement.Attribute),
    ];

    // What the specification allows in a name; anything else could void the instrument without a word.
    private static string NameOf(string metric)
    {
        StringBuilder name = new(metric.Length);
        foreach (char letter in metric)
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '/' ? letter : '_');
        }

        return name.ToString().Trim('_');
    }
}
