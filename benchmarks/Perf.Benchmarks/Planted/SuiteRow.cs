using MathNet.Numerics.Statistics;
using Perf.Duets;

namespace Perf.Benchmarks.Planted;

/// <summary>What the verdicts on one promise of the suite come to, over all rounds.</summary>
/// <param name="Planted">The stage that does more in the head; null where it is unchanged.</param>
/// <param name="IsBesideHog">Whether one core was kept busy meanwhile.</param>
/// <param name="Of">Which promise.</param>
/// <param name="Verdicts">How often there was which verdict.</param>
/// <param name="Ratio">To the base, the median over the rounds; null where there was none, or for promises of another kind.</param>
/// <param name="LowerRatio">The lowest of the lower 99 % bounds.</param>
/// <param name="UpperRatio">The highest of the upper 99 % bounds.</param>
/// <param name="Launches">The mean of the launches.</param>
/// <param name="Seconds">The median of the seconds to a verdict.</param>
/// <param name="Named">How many verdicts said where it comes from.</param>
/// <param name="Where">What the last of them said.</param>
internal sealed record SuiteRow(
    string? Planted,
    bool IsBesideHog,
    string Of,
    IReadOnlyDictionary<string, int> Verdicts,
    double? Ratio,
    double? LowerRatio,
    double? UpperRatio,
    double Launches,
    double Seconds,
    int Named,
    IReadOnlyList<StageShift> Where)
{
    /// <summary>A row a promise that is compared with the base, and one for all the others.</summary>
    public static IEnumerable<SuiteRow> From(IEnumerable<SuiteVerdict> verdicts) => verdicts
        .GroupBy(verdict => (verdict.Planted, verdict.IsBesideHog, Of: verdict.IsOfBase ? $"{verdict.Test}, {verdict.Metric}" : "all else"))
        .Select(group => Row(group.Key.Planted, group.Key.IsBesideHog, group.Key.Of, [.. group]))
        .OrderBy(row => row.Ratio is null);

    private static SuiteRow Row(string? planted, bool isBesideHog, string of, SuiteVerdict[] verdicts)
    {
        SuiteVerdict[] ordered = [.. verdicts.Where(verdict => verdict is { IsOfBase: true, Ratio: not null }).OrderBy(verdict => verdict.Ratio)];
        SuiteVerdict? median = ordered.Length == 0 ? null : ordered[ordered.Length / 2];
        return new SuiteRow(
            planted,
            isBesideHog,
            of,
            verdicts.CountBy(verdict => verdict.Verdict).ToDictionary(),
            median?.Ratio,
            ordered.Min(verdict => verdict.LowerRatio),
            ordered.Max(verdict => verdict.UpperRatio),
            verdicts.Average(verdict => verdict.Launches),
            verdicts.Select(verdict => verdict.Seconds).Median(),
            verdicts.Count(verdict => verdict.Where.Count > 0),
            verdicts.LastOrDefault(verdict => verdict.Where.Count > 0)?.Where ?? []);
    }
}
