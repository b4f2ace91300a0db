using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports;

/// <summary>What <c>dotnet perf report --json</c> writes.</summary>
/// <param name="ExitCode">What the runs came to.</param>
/// <param name="Counts">How many promises had which verdict, in words.</param>
/// <param name="Written">Files that were written, and where else the runs went.</param>
/// <param name="Rows">Every promise, and every test that could not be measured, worst first.</param>
internal sealed record ReportDocument(ExitCode ExitCode, string Counts, IReadOnlyList<string> Written, IReadOnlyList<ReportRowDocument> Rows)
{
    public static ReportDocument Of(IReadOnlyList<RunDocument> runs, IEnumerable<ReportRow> rows, ExitCode code, IReadOnlyList<string> written) =>
        new(code, Summary.Counts(runs), written, [.. rows.Select(ReportRowDocument.Of)]);
}

/// <summary>A row of a report.</summary>
/// <param name="Severity">What it says: <c>Regressed</c>.</param>
/// <param name="Test">The full name of the test.</param>
/// <param name="Environment">Where it ran.</param>
/// <param name="Error">Why it could not be measured.</param>
/// <param name="Judgement">What was said of the promise, as <c>run.json</c> has it.</param>
/// <param name="Message">The whole message of a broken promise, or what an improved one proposes.</param>
internal sealed record ReportRowDocument(
    string Severity, string Test, string Environment, string? Error, JudgementDocument? Judgement, string? Message)
{
    public static ReportRowDocument Of(ReportRow row) => new(
        row.Severity.ToString(),
        row.Test.Test.FullName,
        row.Run.Environment,
        row.Judgement is null ? row.Test.Error : null,
        row.Judgement,
        row.Severity switch
        {
            Reporting.Severity.Regressed => FailureMessage.Of(row.Judgement!, row.Test.Test),
            Reporting.Severity.Improved => Summary.Proposal(row),
            _ => null,
        });
}
