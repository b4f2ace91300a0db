using MathNet.Numerics.Statistics;
using Perf.Baselines;
using Perf.Judging;
using Perf.Measurement;
using Perf.Metrics;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Tool.Comparisons;

/// <summary>Compares a series with another of the same test and metric.</summary>
internal static class SeriesComparer
{
    private const int FewestLaunches = 2;

    // The median of normal values has a standard error of 1.2533 σ / √n, and their quartiles lie 1.349 σ apart.
    private const double MedianErrorOfQuartiles = 1.2533 / 1.349;

    private const string NoControl = "without a control: another minute's noise is in it";

    /// <summary>What the second is to the first.</summary>
    /// <param name="a">The first, with what is known of its machine.</param>
    /// <param name="b">The second, with what is known of its machine.</param>
    public static SeriesComparison Compare(
        (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine) a,
        (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine) b)
    {
        bool isExact = a.Series.Metric == Metric.AllocatedBytes.Name;
        SeriesComparison comparison = new(
            a.Series.Test,
            a.Series.Metric,
            a.Series.Unit,
            a.Series.Accepted,
            b.Series.Accepted,
            Ratio: null,
            Bounds: null,
            a.Series.Launches.Count,
            b.Series.Launches.Count,
            Control: null,
            isExact,
            WhyNot(a, b, isExact));
        return comparison.Note is not null ? comparison
            : isExact ? Exactly(comparison)
            : IsBesideSameControl(a.Series, b.Series) ? BesideControl(comparison, a.Series, b.Series)
            : ByMedians(comparison, a.Series, b.Series);
    }

    private static string? WhyNot(
        (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine) a,
        (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine) b,
        bool isExact)
    {
        string? why = a.Series.Unit != b.Series.Unit ? $"one is in {a.Series.Unit}, the other in {b.Series.Unit}"
            : a.Series.Version != b.Series.Version ? $"the test is of version {a.Series.Version} in one, of {b.Series.Version} in the other"
            : a.Series.Data != b.Series.Data ? "the test has other data in one than in the other"
            : isExact ? null
            : a.Machine.Where(fact => b.Machine.TryGetValue(fact.Key, out string? other) && other != fact.Value)
                .Select(fact => $"another kind of machine: {fact.Key} {fact.Value} in one, {b.Machine[fact.Key]} in the other")
                .FirstOrDefault();
        return why is null ? null : $"NotComparable: {why}";
    }

    private static SeriesComparison Exactly(SeriesComparison comparison)
    {
        double ratio = comparison.A == comparison.B ? 1 : comparison.A == 0 ? double.PositiveInfinity : comparison.B / comparison.A;
        return comparison with { Ratio = ratio, Bounds = new Bounds(ratio, ratio) };
    }

    private static bool IsBesideSameControl(BaselineSeries a, BaselineSeries b) =>
        a.Control is { } one && b.Control is { } other && one.Name == other.Name && one.Version == other.Version;

    // One clock for both: wall time as soon as one of them needs it.
    private static SeriesComparison BesideControl(SeriesComparison comparison, BaselineSeries a, BaselineSeries b)
    {
        bool inWall = ControlledSeries.NeedsWall(a) || ControlledSeries.NeedsWall(b);
        (AcceptedRatio then, AcceptedRatio now) = (a.Control!.In(inWall), b.Control!.In(inWall));
        if (FileGuard.Objection(
            a.Control.Name,
            now.SentinelFloorSeconds / then.SentinelFloorSeconds,
            now.ControlSeconds / then.ControlSeconds,
            a.Launches.Concat(b.Launches).Any(launch => launch.Beside is { HasHelpers: true })) is { } objection)
        {
            return comparison with { Control = a.Control.Name, Note = $"NotComparable: {objection}" };
        }

        return Decided(comparison, ControlledSeries.LaunchesOf(a, inWall), ControlledSeries.LaunchesOf(b, inWall), LaunchRule.LuckOfFile) with
        {
            Control = a.Control.Name,
        };
    }

    private static SeriesComparison ByMedians(SeriesComparison comparison, BaselineSeries a, BaselineSeries b)
    {
        double sign = IsMoreBetter(a) ? -1 : 1;
        string note = a.IsControlled && b.IsControlled ? $"beside other controls; {NoControl}" : NoControl;
        if (a.Launches.Count < FewestLaunches || b.Launches.Count < FewestLaunches || a.Launches.Concat(b.Launches).Any(launch => launch.Median <= 0))
        {
            return comparison with
            {
                Ratio = a.Accepted > 0 && b.Accepted > 0 ? Math.Exp(sign * Math.Log(b.Accepted / a.Accepted)) : null,
                Note = $"{note}; no bounds of fewer than {FewestLaunches} launches",
            };
        }

        return Decided(comparison, Launches(a, sign), Launches(b, sign), LaunchRule.LuckAgainstLimit) with { Note = note };
    }

    private static SeriesComparison Decided(SeriesComparison comparison, BaselineLaunches a, BaselineLaunches b, double luck)
    {
        LaunchRule rule = new(Limit: 0, Tolerance: 0, luck, Direction.LowerIsBetter);
        Decision decision = rule.Decide([.. b.Estimates.Select(estimate => new Launch(estimate))], a);
        return comparison with { Ratio = decision.Ratio, Bounds = decision.RatioBounds };
    }

    private static BaselineLaunches Launches(BaselineSeries series, double sign)
    {
        Estimate[] estimates = [.. series.Launches.Select(launch => new Estimate(sign * Math.Log(launch.Median), ErrorOf(launch)))];
        return new BaselineLaunches(estimates.Select(estimate => estimate.Value).Median(), estimates);
    }

    // How many values there were is not kept: as many as quantiles at least, as many as iterations at most.
    private static double ErrorOf(BaselineLaunch launch) =>
        MedianErrorOfQuartiles * (launch.UpperQuartile - launch.LowerQuartile) / launch.Median
            / Math.Sqrt(Math.Clamp(launch.Iterations, 1, BaselineLaunch.QuantileCount));

    // A series does not say which way is better; rates and hits do by what they are.
    private static bool IsMoreBetter(BaselineSeries series) =>
        series.Metric == Metric.CacheHitRate.Name || series.Unit.EndsWith("/s", StringComparison.Ordinal);
}
