using Perf.Judging;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>A line of a report: a promise that was judged, or a test that could not be measured.</summary>
/// <param name="Run">The run.</param>
/// <param name="Test">The test.</param>
/// <param name="Judgement">What was said of the promise; null for a test that could not be measured.</param>
public sealed record ReportRow(RunDocument Run, TestDocument Test, JudgementDocument? Judgement)
{
    /// <summary>What a reader has to know of it.</summary>
    public Severity Severity => Judgement switch
    {
        null => Severity.Error,
        { Kind: Verdict.Regressed } => Severity.Regressed,
        { HeldAgainst: true } => Severity.HeldAgainst,
        { Kind: Verdict.Inconclusive } => Severity.Inconclusive,
        { Kind: Verdict.NotComparable } => Severity.NotComparable,
        { Improved: true } => Severity.Improved,
        _ => Severity.Pass,
    };

    /// <summary>The class and method of the test.</summary>
    public string Name => $"{Test.Test.ClassName}.{Test.Test.MethodName}";

    /// <summary>
    /// The rows of runs, worst first: what could not be measured, what regressed (what is furthest beyond its limit before), what was
    /// not judged, what improved, what passed.
    /// </summary>
    public static IReadOnlyList<ReportRow> WorstFirst(IEnumerable<RunDocument> runs) =>
    [
        .. runs
            .SelectMany(run => run.Tests.SelectMany(test => Of(run, test)))
            .OrderBy(row => row.Severity)
            .ThenByDescending(row => row.Severity == Severity.Regressed ? row.Judgement!.RatioToLimit ?? double.PositiveInfinity : 0)
            .ThenBy(row => row.Test.Test.FullName, StringComparer.Ordinal),
    ];

    private static IEnumerable<ReportRow> Of(RunDocument run, TestDocument test)
    {
        IEnumerable<ReportRow> judged = test.Judgements.Select(judgement => new ReportRow(run, test, judgement));
        return test.Error is null ? judged : judged.Prepend(new ReportRow(run, test, null));
    }
}

/// <summary>What a row of a report says, the worst first.</summary>
public enum Severity
{
    /// <summary>A test could not be measured.</summary>
    Error,

    /// <summary>A promise is broken.</summary>
    Regressed,

    /// <summary>A promise was not judged, and strict mode failed the test for that.</summary>
    HeldAgainst,

    /// <summary>Neither could be shown.</summary>
    Inconclusive,

    /// <summary>There is nothing to compare with.</summary>
    NotComparable,

    /// <summary>Kept, and better than the baseline beyond noise.</summary>
    Improved,

    /// <summary>Kept.</summary>
    Pass,
}
