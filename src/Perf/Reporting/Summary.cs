using System.Globalization;
using System.Text;
using Perf.Judging;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>
/// The summary of a run in Markdown: verdicts first, worst first; readable as plain text and as a CI job's summary.
/// </summary>
public static class Summary
{
    private static readonly Verdict[] WorstFirst =
        [Verdict.Regressed, Verdict.Inconclusive, Verdict.NotComparable, Verdict.Pass];

    private const string Heading =
        """

        | verdict | test | metric | measured | limit | ratio | effort | seconds | from |
        |---|---|---|---|---|---|---|---|---|

        """;

    /// <summary>The whole text.</summary>
    public static string Of(RunDocument run)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# Performance: {Counts(run)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        text.Append(CultureInfo.InvariantCulture, $" · environment {Cell(run.Environment)}{(run.Strict ? " · strict" : "")}");
        text.Append(CultureInfo.InvariantCulture, $" · {Cell(run.Machine.CpuModel)}, {run.Machine.LogicalCores} cores\n");
        text.Append(CultureInfo.InvariantCulture, $"thresholds: {Cell(run.Thresholds)} · baseline: {Cell(run.Baseline ?? "none")}");
        text.Append(run.Commit is null ? "\n\n" : $" · commit {Cell(run.Commit)}\n\n");
        foreach (TestDocument test in run.Tests.Where(test => test.Error is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **Error** {Cell(test.Test.FullName)}: {Cell(test.Error!)}\n");
        }

        text.Append(Heading);
        (TestDocument Test, JudgementDocument Judgement)[] rows = [.. run.Tests
            .SelectMany(test => test.Judgements.Select(judgement => (Test: test, Judgement: judgement)))
            .OrderBy(row => Array.IndexOf(WorstFirst, row.Judgement.Kind))
            .ThenBy(row => row.Test.Test.FullName, StringComparer.Ordinal)];
        foreach ((TestDocument test, JudgementDocument judgement) in rows)
        {
            text.Append("| ").AppendJoin(" | ", Cells(test, judgement).Select(Cell)).Append(" |\n");
        }

        foreach ((TestDocument test, JudgementDocument judgement) in rows
            .Where(row => row.Judgement.Kind != Verdict.Pass && Why(row.Judgement).Length > 0))
        {
            string metric = Cell(judgement.Metric);
            text.Append(CultureInfo.InvariantCulture, $"\n- {Cell(Name(test))}, {metric}: {Cell(Why(judgement))}");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>How many objectives had which verdict: <c>14 pass, 1 not comparable</c>.</summary>
    public static string Counts(RunDocument run)
    {
        ILookup<Verdict, JudgementDocument> verdicts =
            run.Tests.SelectMany(test => test.Judgements).ToLookup(judgement => judgement.Kind);
        int errors = run.Tests.Count(test => test.Error is not null);
        List<string> parts = [.. WorstFirst
            .Where(verdict => verdicts[verdict].Any())
            .Select(verdict => $"{verdicts[verdict].Count()} {Word(verdict)}")];
        if (errors > 0)
        {
            parts.Insert(0, $"{errors} error{(errors == 1 ? "" : "s")}");
        }

        return parts.Count == 0 ? "nothing judged" : string.Join(", ", parts);
    }

    private static string Word(Verdict verdict) =>
        verdict == Verdict.NotComparable ? "not comparable" : verdict.ToString().ToLowerInvariant();

    private static string Name(TestDocument test) => $"{test.Test.ClassName}.{test.Test.MethodName}";

    private static string[] Cells(TestDocument test, JudgementDocument judgement) =>
    [
        judgement.Verdict,
        Name(test),
        judgement.Metric,
        JudgementTable.Value(judgement.Current, judgement.Unit),
        JudgementTable.Value(judgement.Limit, judgement.Unit),
        Ratio(judgement),
        FailureMessage.Effort(judgement),
        judgement.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
        judgement.Place,
    ];

    private static string Why(JudgementDocument judgement)
    {
        List<string> parts = judgement.Reason.Length == 0 ? [] : [judgement.Reason];
        if (judgement.Stages.Count > 0)
        {
            parts.Add($"where: {FailureMessage.Where(judgement)}");
        }

        if (judgement.Spread is not null || judgement.Control is not null)
        {
            parts.Add($"noise: {FailureMessage.Noise(judgement)}");
        }

        return string.Join("; ", parts);
    }

    // To the baseline, where there is one; the limit stands beside it.
    private static string Ratio(JudgementDocument judgement) => judgement is { Ratio: { } ratio, RatioBounds: { } bounds }
        ? string.Create(CultureInfo.InvariantCulture, $"×{ratio:0.000} [{bounds.Lower:0.000} … {bounds.Upper:0.000}]")
        : JudgementTable.RatioToLimit(judgement);

    // A name may hold anything; a cell of a table may not.
    private static string Cell(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace('\n', ' ');
}
