using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports.OpenMetrics;

/// <summary>Runs in the text format of OpenMetrics, for a textfile collector or a push gateway.</summary>
internal static class OpenMetricsFile
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>The whole text.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="rows">Their rows, worst first: of two promises with the same labels the worse is told.</param>
    public static string Of(IReadOnlyList<RunDocument> runs, IReadOnlyList<ReportRow> rows)
    {
        List<MetricFamily> families = [Info(runs), ErrorsOf(rows), VerdictsOf(rows)];
        families.AddRange(Values("perf_measured", "What was measured.", rows, judgement => judgement.Current));
        families.AddRange(Values("perf_limit", "The limit in force.", rows, judgement => judgement.Limit));
        families.AddRange(Values("perf_baseline", "The baseline behind the limit.", rows, judgement => judgement.Baseline));
        families.Add(Ratios("perf_limit_ratio", "Measured to limit; more than 1 is beyond it.", rows, judgement => judgement.RatioToLimit));
        families.Add(Ratios("perf_limit_lower_ratio", "Lower 99 % bound of the ratio to the limit.", rows, judgement => judgement.RatioToLimitBounds?.Lower));
        families.Add(Ratios("perf_limit_upper_ratio", "Upper 99 % bound of the ratio to the limit.", rows, judgement => judgement.RatioToLimitBounds?.Upper));
        families.Add(Ratios("perf_baseline_ratio", "Measured to baseline; more is worse.", rows, judgement => judgement.Baseline is null ? null : judgement.Ratio));
        families.Add(Count("perf_launches", "Processes that were asked.", rows, judgement => judgement.Launches));
        families.Add(Count("perf_samples", "Samples that they took, pairs beside a base build.", rows, judgement => judgement.Samples));
        return string.Concat(families) + "# EOF\n";
    }

    private static MetricFamily Info(IReadOnlyList<RunDocument> runs)
    {
        MetricFamily family = new("perf_run", "info", null, "The runs that this file tells of.");
        foreach (RunDocument run in runs)
        {
            family.Add(
                1,
                ("environment", run.Environment),
                ("commit", run.Commit ?? ""),
                ("shard", run.Shard ?? ""),
                ("started_at", run.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
                ("machine", MachineText.Of(run.Machine)),
                ("baseline", run.Baseline ?? ""));
        }

        return family;
    }

    private static MetricFamily ErrorsOf(IEnumerable<ReportRow> rows)
    {
        MetricFamily family = new("perf_error", "gauge", null, "1 for each test that could not be measured.");
        foreach (ReportRow row in rows.Where(row => row.Judgement is null))
        {
            family.Add(1, OfTest(row));
        }

        return family;
    }

    private static MetricFamily VerdictsOf(IEnumerable<ReportRow> rows)
    {
        MetricFamily family = new("perf_verdict", "stateset", null, "What could be said of a promise.");
        foreach (ReportRow row in Judged(rows))
        {
            foreach (Verdict verdict in Verdicts)
            {
                family.Add(row.Judgement!.Kind == verdict ? 1 : 0, [.. Labels(row), ("perf_verdict", verdict.ToString())]);
            }
        }

        return family;
    }

    // A family has one unit, so there is one for each unit.
    private static IEnumerable<MetricFamily> Values(
        string name, string help, IEnumerable<ReportRow> rows, Func<JudgementDocument, double?> value)
    {
        foreach (IGrouping<string?, ReportRow> group in Judged(rows).GroupBy(row => MetricUnit.Of(row.Judgement!.Unit)))
        {
            MetricFamily family = new(group.Key is null ? name : $"{name}_{group.Key}", "gauge", group.Key, help);
            foreach (ReportRow row in group)
            {
                if (value(row.Judgement!) is { } known)
                {
                    family.Add(known, [.. Labels(row), ("unit", row.Judgement!.Unit)]);
                }
            }

            yield return family;
        }
    }

    private static MetricFamily Ratios(string name, string help, IEnumerable<ReportRow> rows, Func<JudgementDocument, double?> ratio) =>
        Gauge(new MetricFamily(name, "gauge", "ratio", help), rows, ratio);

    private static MetricFamily Count(string name, string help, IEnumerable<ReportRow> rows, Func<JudgementDocument, double?> count) =>
        Gauge(new MetricFamily(name, "gauge", null, help), rows, count);

    private static MetricFamily Gauge(MetricFamily family, IEnumerable<ReportRow> rows, Func<JudgementDocument, double?> value)
    {
        foreach (ReportRow row in Judged(rows))
        {
            if (value(row.Judgement!) is { } known)
            {
                family.Add(known, Labels(row));
            }
        }

        return family;
    }

    private static IEnumerable<ReportRow> Judged(IEnumerable<ReportRow> rows) => rows.Where(row => row.Judgement is not null);

    private static (string Name, string Value)[] Labels(ReportRow row) =>
        [.. OfTest(row), ("metric", row.Judgement!.Metric), ("promise", row.Judgement.Attribute)];

    private static (string Name, string Value)[] OfTest(ReportRow row) =>
        [("project", row.Test.Test.Project), ("environment", row.Run.Environment), ("test", row.Test.Test.FullName)];
}
