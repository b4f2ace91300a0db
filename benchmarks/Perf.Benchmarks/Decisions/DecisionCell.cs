using Perf.Judging;

namespace Perf.Benchmarks.Decisions;

/// <summary>What the verdicts of a rule at one true ratio come to.</summary>
/// <param name="TrueRatio">head / base as it is.</param>
/// <param name="Verdicts">How many there are.</param>
/// <param name="RegressedPercent">Red ones, in %: false alarms at 1, found far beyond the limit.</param>
/// <param name="SuspectedPercent">Not judged, but suspected, in %.</param>
/// <param name="InconclusivePercent">Not judged, the suspected ones apart, in %.</param>
/// <param name="Launches">Processes that were asked for the head, the mean of a verdict.</param>
/// <param name="RefusedPercent">Launches that could not be compared with the recorded ones, in % of all.</param>
/// <param name="Seconds">For how long a verdict measured, s, the mean; null where the recording does not tell.</param>
internal sealed record DecisionCell(
    double TrueRatio,
    int Verdicts,
    double RegressedPercent,
    double SuspectedPercent,
    double InconclusivePercent,
    double Launches,
    double RefusedPercent,
    double? Seconds)
{
    private const double Percent = 100;

    /// <summary>The cell of verdicts; null where there are none.</summary>
    public static DecisionCell? Of(double trueRatio, IReadOnlyCollection<ReplayedVerdict> verdicts)
    {
        return verdicts.Count == 0
            ? null
            : new DecisionCell(
                trueRatio,
                verdicts.Count,
                Share(verdict => verdict.Verdict == Verdict.Regressed),
                Share(verdict => verdict.IsSuspected),
                Share(verdict => verdict is { Verdict: Verdict.Inconclusive, IsSuspected: false }),
                verdicts.Average(verdict => verdict.Launches),
                Percent * verdicts.Sum(verdict => verdict.Refused) / verdicts.Sum(verdict => verdict.Launches),
                verdicts.Average(verdict => verdict.Seconds));

        double Share(Func<ReplayedVerdict, bool> isSuch) => Percent * verdicts.Count(isSuch) / verdicts.Count;
    }
}
