using Perf.Reporting;

namespace Perf.Tool.Reports.GitHub;

/// <summary>What a pull request shows on the lines of the promises: errors for what failed a test, warnings for what was not shown.</summary>
internal static class Annotations
{
    /// <summary>How many of a kind GitHub shows of one step.</summary>
    public const int MostOfAKind = 10;

    /// <summary>The lines to write, worst first; of more than GitHub shows of a kind the last one counts the rest.</summary>
    /// <param name="rows">The rows of the report, worst first.</param>
    public static IEnumerable<string> Of(IEnumerable<ReportRow> rows) => rows
        .Select(Command)
        .OfType<WorkflowCommand>()
        .GroupBy(command => command.Kind)
        .SelectMany(Limited)
        .Select(command => command.ToString());

    private static IEnumerable<WorkflowCommand> Limited(IGrouping<string, WorkflowCommand> commands)
    {
        WorkflowCommand[] all = [.. commands];
        if (all.Length <= MostOfAKind)
        {
            return all;
        }

        WorkflowCommand[] shown = all[..(MostOfAKind - 1)];
        int rest = all.Length - shown.Length;
        return [.. shown, new WorkflowCommand(commands.Key, $"{rest} more", $"{rest} more of this kind are in the job summary and in the report")];
    }

    private static WorkflowCommand? Command(ReportRow row) => row switch
    {
        { Judgement: null } => At(row, "error", $"{row.Name} could not be measured", row.Test.Error!),
        { Severity: Severity.Regressed } => At(row, "error", FailureMessage.Title(row.Judgement), FailureMessage.Of(row.Judgement, row.Test.Test)),
        { Severity: Severity.HeldAgainst } => At(row, "error", $"{row.Judgement.Title} could not be judged", NotJudged(row)),
        { Severity: Severity.Inconclusive } => At(row, "warning", $"{row.Judgement.Title} is inconclusive", NotJudged(row)),
        { Severity: Severity.NotComparable } => At(row, "notice", $"{row.Judgement.Title} was not compared", NotJudged(row)),
        { Severity: Severity.Improved } => At(row, "notice", $"{row.Judgement.Title} improved", $"{row.Name}: {Summary.Proposal(row)}"),
        _ => null,
    };

    private static string NotJudged(ReportRow row) => $"{row.Name}, {row.Judgement!.Attribute}: {row.Judgement.Verdict}: {row.Judgement.Reason}";

    private static WorkflowCommand At(ReportRow row, string kind, string title, string message)
    {
        // A test that could not be measured is shown where its promises are known to stand.
        Objectives.SourceLocation? source = row.Judgement?.Source ?? row.Test.Judgements.Select(judgement => judgement.Source).FirstOrDefault(known => known is not null);
        return new WorkflowCommand(kind, title, message, source?.File, source?.Line);
    }
}
