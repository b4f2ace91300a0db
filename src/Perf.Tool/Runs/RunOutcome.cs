using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Runs;

/// <summary>What runs came to, as an exit code: the same wherever a command speaks of runs.</summary>
internal static class RunOutcome
{
    /// <summary>
    /// The exit code of runs: broken promises before tests that could not be measured, before what strict mode held against them. Runs of
    /// nothing have judged nothing; only a shard may be empty.
    /// </summary>
    public static ExitCode Of(IEnumerable<RunDocument> runs)
    {
        HashSet<Severity> found = [.. ReportRow.WorstFirst(runs).Select(row => row.Severity)];
        return found switch
        {
            _ when found.Contains(Severity.Regressed) => ExitCode.Regressed,
            _ when found.Contains(Severity.Error) => ExitCode.Misuse,
            _ when found.Contains(Severity.HeldAgainst) => ExitCode.NotJudged,
            { Count: 0 } when runs.All(run => run.Shard is null) => ExitCode.NotJudged,
            _ => ExitCode.Pass,
        };
    }

    /// <summary>The exit code of a run whose tests ended with one of their own: they may fail for other reasons than their promises.</summary>
    public static ExitCode Of(RunDocument run, int exitCodeOfTests) => Of([run]) switch
    {
        ExitCode.Pass when exitCodeOfTests != 0 => ExitCode.Regressed,
        var code => code,
    };
}
