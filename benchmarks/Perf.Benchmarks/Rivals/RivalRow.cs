using MathNet.Numerics.Statistics;

namespace Perf.Benchmarks.Rivals;

/// <summary>What the verdicts of a rule come to at one level of extra work.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="ExtraWorkPercent">How much more the head did.</param>
/// <param name="Verdicts">How many there are.</param>
/// <param name="Red">How many were red.</param>
/// <param name="RedBesideHog">How many of the red ones were beside the busy process.</param>
/// <param name="LowestRatio">The lowest head / base that it saw.</param>
/// <param name="HighestRatio">The highest one.</param>
/// <param name="Seconds">What a verdict took without making the builds, s, the median.</param>
/// <param name="BuildSeconds">What making them took where the rule makes its own, s, the median.</param>
internal sealed record RivalRow(
    string Rule,
    int ExtraWorkPercent,
    int Verdicts,
    int Red,
    int RedBesideHog,
    double? LowestRatio,
    double? HighestRatio,
    double Seconds,
    double BuildSeconds)
{
    private const double Percent = 100;

    /// <summary>The share of red ones, in %: false alarms where nothing changed, else what was found.</summary>
    public double RedPercent => Percent * Red / Verdicts;

    /// <summary>The row of at least one verdict, all of one rule and level.</summary>
    public static RivalRow From(IReadOnlyCollection<RivalVerdict> verdicts)
    {
        RivalVerdict first = verdicts.First();
        return new RivalRow(
            first.Rule,
            first.ExtraWorkPercent,
            verdicts.Count,
            verdicts.Count(verdict => verdict.IsRed),
            verdicts.Count(verdict => verdict is { IsRed: true, IsBesideHog: true }),
            verdicts.Min(verdict => verdict.Ratio),
            verdicts.Max(verdict => verdict.Ratio),
            verdicts.Select(verdict => verdict.Seconds).Median(),
            verdicts.Select(verdict => verdict.BuildSeconds).Median());
    }
}
