namespace Perf.Benchmarks.Planted;

/// <summary>How often there was which verdict.</summary>
/// <param name="Planted">The stage that does more in the head; null where it is unchanged.</param>
/// <param name="IsBesideHog">Whether one core was kept busy meanwhile.</param>
/// <param name="IsOfBase">Whether they were compared with the base, not with a limit.</param>
/// <param name="Verdicts">How many there are.</param>
/// <param name="Pass">How many passed.</param>
/// <param name="Regressed">How many were red.</param>
/// <param name="Inconclusive">How many were not judged.</param>
/// <param name="Suspected">How many of those look like a regression.</param>
/// <param name="Errors">How many could not be compared, or came to nothing.</param>
/// <param name="Settled">How many doubts of a file a duet was asked about.</param>
internal sealed record SuiteCount(
    string? Planted,
    bool IsBesideHog,
    bool IsOfBase,
    int Verdicts,
    int Pass,
    int Regressed,
    int Inconclusive,
    int Suspected,
    int Errors,
    int Settled)
{
    /// <summary>A row each build, with and without a hog, of what is compared with the base and of limits.</summary>
    public static IEnumerable<SuiteCount> From(IEnumerable<SuiteVerdict> verdicts) => verdicts
        .GroupBy(verdict => (verdict.Planted, verdict.IsBesideHog, verdict.IsOfBase))
        .Select(group => new SuiteCount(
            group.Key.Planted,
            group.Key.IsBesideHog,
            group.Key.IsOfBase,
            group.Count(),
            group.Count(verdict => verdict.IsGreen),
            group.Count(verdict => verdict.IsRed),
            group.Count(verdict => verdict.IsInconclusive),
            group.Count(verdict => verdict.IsSuspected),
            group.Count(verdict => verdict is { IsGreen: false, IsRed: false, IsInconclusive: false }),
            group.Count(verdict => verdict.IsSettled)));
}
