using System.Globalization;
using Perf.Judging;
using Perf.Metrics;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>
/// The summary of runs in Markdown: verdicts first, worst first; readable as plain text and as a CI job's summary.
/// </summary>
public static class Summary
{
    private static readonly Verdict[] WorstFirst =
        [Verdict.Regressed, Verdict.Inconclusive, Verdict.NotComparable, Verdict.Pass];

    /// <summary>The whole text of one run.</summary>
    public static string Of(RunDocument run) => Of([run]);

    /// <summary>The whole text.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="mostBytes">The largest size, bytes in UTF-8; what does not fit is counted at the end.</param>
    public static string Of(IReadOnlyList<RunDocument> runs, long mostBytes = long.MaxValue)
    {
        IReadOnlyList<ReportRow> rows = ReportRow.WorstFirst(runs);
        MarkdownText text = new(mostBytes);
        text.Add($"# Performance: {Counts(runs)}\n\n");
        foreach (RunDocument run in runs)
        {
            text.Add(About(run) + "\n");
        }

        foreach (ReportRow row in rows.Where(row => row.Judgement is null))
        {
            text.Add($"- **Error** {MarkdownText.Cell(row.Test.Test.FullName)}: {MarkdownText.Cell(row.Test.Error!)}\n");
        }

        SummaryTable table = new(runs);
        ReportRow[] passed = [.. rows.Where(row => row.Severity is Severity.Improved or Severity.Pass)];
        ReportRow[] others = [.. rows.Where(row => row.Judgement is not null).Except(passed)];
        table.Write(text, others);
        foreach (ReportRow row in others.Where(row => row.Severity == Severity.Regressed))
        {
            text.Add($"\n{MarkdownText.Cell(row.Name)}:\n\n{MarkdownText.Fenced(FailureMessage.Of(row.Judgement!, row.Test.Test))}");
        }

        WriteReasons(text, others);
        WriteImprovements(text, passed);
        if (passed.Length > 0)
        {
            text.Add($"\n<details><summary>{passed.Length} pass</summary>\n");
            table.Write(text, passed);
            text.Close("\n</details>\n");
        }

        if (text.LeftOut > 0)
        {
            text.Close($"\n{text.LeftOut} more entries are left out: the summary would be too large. The record and the HTML report have all of them.\n");
        }

        return text.ToString();
    }

    /// <summary>How many objectives had which verdict: <c>14 pass, 1 not comparable</c>.</summary>
    public static string Counts(RunDocument run) => Counts([run]);

    /// <summary>The same of several runs.</summary>
    public static string Counts(IReadOnlyList<RunDocument> runs)
    {
        TestDocument[] tests = [.. runs.SelectMany(run => run.Tests)];
        ILookup<Verdict, JudgementDocument> verdicts = tests.SelectMany(test => test.Judgements).ToLookup(judgement => judgement.Kind);
        int errors = tests.Count(test => test.Error is not null);
        List<string> parts = [.. WorstFirst
            .Where(verdict => verdicts[verdict].Any())
            .Select(verdict => $"{verdicts[verdict].Count()} {Word(verdict)}")];
        if (errors > 0)
        {
            parts.Insert(0, $"{errors} error{(errors == 1 ? "" : "s")}");
        }

        int improved = verdicts[Verdict.Pass].Count(judgement => judgement.Improved);
        string better = improved == 0 ? "" : $" ({improved} improved)";
        return parts.Count == 0 ? "nothing judged" : string.Join(", ", parts) + better;
    }

    /// <summary>What a test proposes that got better beyond noise: <c>12.31 ms → 10.2 ms (×0.829); to hold it: …</c>.</summary>
    /// <param name="row">A row that improved.</param>
    public static string Proposal(ReportRow row)
    {
        JudgementDocument judgement = row.Judgement!;
        string ratio = judgement.Ratio is { } known ? string.Create(CultureInfo.InvariantCulture, $" (×{known:0.000})") : "";
        return $"{Value(judgement.Baseline)} → {Value(judgement.Current)}{ratio}; to hold it: {row.Test.Test.Accept}";

        string Value(double? value) => value is { } measured ? Quantity.Of(measured, judgement.Unit) : "?";
    }

    private static string Word(Verdict verdict) =>
        verdict == Verdict.NotComparable ? "not comparable" : verdict.ToString().ToLowerInvariant();

    private static string About(RunDocument run)
    {
        string shard = run.Shard is null ? "" : $" · shard {MarkdownText.Cell(run.Shard)}";
        string commit = run.Commit is null ? "" : $" · commit {MarkdownText.Cell(run.Commit)}";
        return string.Create(CultureInfo.InvariantCulture, $"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
            + $" · environment {MarkdownText.Cell(run.Environment)}{shard}{(run.Strict ? " · strict" : "")}"
            + $" · {MarkdownText.Cell(run.Machine.CpuModel)}, {run.Machine.LogicalCores} cores{(MachineText.DeviceOf(run.Machine) is { } device ? $", {MarkdownText.Cell(device)}" : "")}\n"
            + $"thresholds: {MarkdownText.Cell(run.Thresholds)} · baseline: {MarkdownText.Cell(run.Baseline ?? "none")}{commit}\n";
    }

    private static void WriteReasons(MarkdownText text, IEnumerable<ReportRow> rows)
    {
        string before = "\n";
        foreach (ReportRow row in rows.Where(row => row.Severity != Severity.Regressed && Why(row.Judgement!).Length > 0))
        {
            text.Add($"{before}- {MarkdownText.Cell(row.Name)}, {MarkdownText.Cell(row.Judgement!.Metric)}: {MarkdownText.Cell(Why(row.Judgement))}\n");
            before = "";
        }
    }

    private static void WriteImprovements(MarkdownText text, IEnumerable<ReportRow> rows)
    {
        string before = "\n## Improved beyond noise\n\n";
        foreach (ReportRow row in rows.Where(row => row.Severity == Severity.Improved))
        {
            text.Add($"{before}- {MarkdownText.Cell(row.Name)}, {MarkdownText.Cell(row.Judgement!.Metric)}: {MarkdownText.Cell(Proposal(row))}\n");
            before = "";
        }
    }

    private static string Why(JudgementDocument judgement)
    {
        List<string> parts = judgement.Reason.Length == 0 ? [] : [judgement.Reason];
        if (judgement.Spread is not null || judgement.Control is not null)
        {
            parts.Add($"noise: {FailureMessage.Noise(judgement)}");
        }

        return string.Join("; ", parts);
    }
}
