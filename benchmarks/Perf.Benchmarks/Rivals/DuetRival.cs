using System.Diagnostics;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Rivals;

/// <summary>Ours: both builds in one process, by <c>dotnet test</c>.</summary>
/// <param name="run">Runs it.</param>
internal sealed class DuetRival(SubjectRuns run) : IRival
{
    public const string Rule = "Perf, duet";

    /// <inheritdoc />
    public IReadOnlyList<RivalVerdict> Verdicts(RivalRound round)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<SubjectVerdict> verdicts =
            run.Verdicts(new SubjectRound(round.ExtraWorkPercent, round.IsBesideHog, RivalRound.Subjects));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / verdicts.Count;
        return
        [
            .. verdicts.Select(verdict => RivalVerdict.Of(
                Rule, round, verdict.Subject, verdict.Verdict, verdict.IsRegressed, verdict.Ratio, seconds)),
        ];
    }
}
