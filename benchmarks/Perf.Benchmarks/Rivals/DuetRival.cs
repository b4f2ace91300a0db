using System.Diagnostics;
using Perf.Benchmarks.Duets;

namespace Perf.Benchmarks.Rivals;

/// <summary>Ours: both builds in one process, by <c>dotnet test</c>.</summary>
/// <param name="run">Runs it.</param>
internal sealed class DuetRival(DuetTestRun run) : IRival
{
    public const string Rule = "Perf, duet";

    /// <inheritdoc />
    public IReadOnlyList<RivalVerdict> Verdicts(RivalRound round)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<DuetVerdict> verdicts =
            run.Verdicts(new DuetRound(round.ExtraWorkPercent, round.IsBesideHog, RivalRound.Subjects));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / verdicts.Count;
        return
        [
            .. verdicts.Select(verdict => RivalVerdict.Of(
                Rule, round, verdict.Subject, verdict.Verdict, verdict.IsRegressed, verdict.Ratio, seconds)),
        ];
    }
}
