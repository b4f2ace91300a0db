using System.Globalization;
using System.Text;
using Perf.Judging;
using Perf.Metrics;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>The summary of a run in Markdown: verdicts first, worst first; readable as plain text and as a CI job's summary.</summary>
public static class Summary
{
    private static readonly Verdict[] WorstFirst = [Verdict.Regressed, Verdict.Inconclusive, Verdict.NotComparable, Verdict.Pass];

    /// <summary>The whole text.</summary>
    public static string Of(Run run)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# Performance: {Counts(run)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{run.StartedAt:yyyy-MM-dd HH:mm} UTC · environment {run.Environment}{(run.IsStrict ? " · strict" : "")} · {run.Machine.CpuModel}, {run.Machine.LogicalCores} cores\n");
        text.Append(CultureInfo.InvariantCulture, $"thresholds: {run.Thresholds} · baseline: {run.Baseline ?? "none"}{(run.Commit is null ? "" : $" · commit {run.Commit}")}\n\n");
        foreach (TestRecord test in run.Tests.Where(test => test.Error is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **Error** {Cell(test.Test.FullName)}: {Cell(test.Error!)}\n");
        }

        text.Append("\n| verdict | test | metric | measured | limit | ratio to it | seconds | from |\n|---|---|---|---|---|---|---|---|\n");
        IEnumerable<(TestRecord Test, Judgement Judgement)> rows = run.Tests
            .SelectMany(test => test.Judgements.Select(judgement => (test, judgement)))
            .OrderBy(row => Array.IndexOf(WorstFirst, row.judgement.Verdict))
            .ThenBy(row => row.test.Test.FullName, StringComparer.Ordinal);
        foreach ((TestRecord test, Judgement judgement) in rows)
        {
            Row(text, test, judgement);
        }

        foreach ((TestRecord test, Judgement judgement) in rows.Where(row => row.Judgement.Reason.Length > 0 && row.Judgement.Verdict != Verdict.Pass))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {Cell(test.Test.ClassName)}.{Cell(test.Test.MethodName)}, {judgement.Objective.Metric.Name}: {Cell(judgement.Reason)}");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>How many objectives had which verdict: <c>14 pass, 1 not comparable</c>.</summary>
    public static string Counts(Run run)
    {
        ILookup<Verdict, Judgement> verdicts = run.Tests.SelectMany(test => test.Judgements).ToLookup(judgement => judgement.Verdict);
        int errors = run.Tests.Count(test => test.Error is not null);
        List<string> parts = [.. WorstFirst
            .Where(verdict => verdicts[verdict].Any())
            .Select(verdict => $"{verdicts[verdict].Count()} {verdict switch { Verdict.NotComparable => "not comparable", _ => verdict.ToString().ToLowerInvariant() }}")];
        if (errors > 0)
        {
            parts.Insert(0, $"{errors} error{(errors == 1 ? "" : "s")}");
        }

        return parts.Count == 0 ? "nothing judged" : string.Join(", ", parts);
    }

    private static void Row(StringBuilder text, TestRecord test, Judgement judgement)
    {
        string unit = judgement.Objective.Metric.Unit;
        string ratio = judgement.Decision is { } d
            ? string.Create(CultureInfo.InvariantCulture, $"{d.Ratio:0.000} [{d.RatioBounds.Lower:0.000} … {d.RatioBounds.Upper:0.000}]")
            : "exact";
        text.Append(CultureInfo.InvariantCulture, $"| {judgement.VerdictInWords} | {Cell(test.Test.ClassName)}.{Cell(test.Test.MethodName)} ");
        text.Append(CultureInfo.InvariantCulture, $"| {Cell(judgement.Objective.MetricInWords)} ");
        text.Append(CultureInfo.InvariantCulture, $"| {(judgement.Current is { } c ? Quantity.Of(c, unit) : "–")} | {(judgement.Limit is { } l ? Quantity.Of(l, unit) : "–")} ");
        text.Append(CultureInfo.InvariantCulture, $"| {ratio} | {judgement.Seconds:0.0} | {Cell(judgement.Objective.Origin.ToString())} |\n");
    }

    // A test name may hold anything; a cell of a table may not.
    private static string Cell(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace('\n', ' ');
}
