using MathNet.Numerics.Statistics;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Controlled;

/// <summary>What a launch beside a control says of a metric.</summary>
/// <param name="Estimate">
/// The median of ln(body / control), turned so that more is worse, and its standard error, which knows that successive calls are
/// not independent.
/// </param>
/// <param name="Calls">The samples that have a ratio.</param>
/// <param name="QuietCalls">Those during which nobody disturbed the core, as far as the sentinel saw.</param>
/// <param name="SetAside">The share of the samples that were not used.</param>
public readonly record struct ControlledEstimate(Estimate Estimate, int Calls, int QuietCalls, double SetAside)
{
    /// <summary>So much slower than its floor the sentinel may be around a quiet call.</summary>
    public const double QuietFactor = 1.05;

    /// <summary>The floor of a sentinel is this quantile of its times.</summary>
    public const double FloorQuantile = 0.02;

    /// <summary>With fewer quiet calls all are used.</summary>
    public const int EnoughQuietCalls = 20;

    // A few calls have no spread to tell, and one has none at all.
    private const int FewCalls = 4;
    private const double StandardErrorOfFewCalls = 0.05;

    /// <summary>The estimate of a launch.</summary>
    /// <param name="reading">What is read of the samples.</param>
    /// <param name="better">Which way is better.</param>
    /// <param name="samples">The launch.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    /// <param name="sentinelFloorSeconds">What the sentinel takes undisturbed, in that clock, s.</param>
    /// <exception cref="MeasurementException">No sample has a ratio.</exception>
    public static ControlledEstimate Of(
        Reading reading, Direction better, ControlledSamples samples, bool inWall, double sentinelFloorSeconds)
    {
        double[] ratios = ControlledValues.LogRatios(reading, better, samples, inWall);
        double[] all = [.. ratios.Where(double.IsFinite)];
        if (all.Length == 0)
        {
            throw new MeasurementException("a ratio to a control needs values above 0: the metric was 0 in every sample");
        }

        bool[] isUsed = Used(ratios, samples, inWall, sentinelFloorSeconds, out int quiet);
        double[] used = [.. ratios.Where((_, index) => isUsed[index])];
        Estimate estimate = Statistics.RobustStatistics.Median(used);
        double least = used.Length <= FewCalls ? StandardErrorOfFewCalls : 0;
        return new ControlledEstimate(
            estimate with { StandardError = Math.Max(estimate.StandardError, least) }, all.Length, quiet, 1 - (used.Length / (double)ratios.Length));
    }

    /// <summary>Whether a sample of the body's time is used, by its place; the floor of the sentinel is the launch's own.</summary>
    public static Func<int, bool> UsedOf(ControlledSamples samples)
    {
        double[] ratios = ControlledValues.LogRatios(new Reading.BodyTime(), Direction.LowerIsBetter, samples, samples.NeedsWall);
        bool[] isUsed = Used(ratios, samples, samples.NeedsWall, FloorSeconds([samples], samples.NeedsWall), out _);
        return place => isUsed[place];
    }

    /// <summary>What the sentinel takes undisturbed, s.</summary>
    /// <param name="launches">At least one launch.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    public static double FloorSeconds(IEnumerable<ControlledSamples> launches, bool inWall) => launches
        .SelectMany(samples => (inWall ? samples.Wall : samples.Cpu).Sentinels)
        .Quantile(FloorQuantile);

    private static bool[] Used(double[] ratios, ControlledSamples samples, bool inWall, double sentinelFloorSeconds, out int quiet)
    {
        Surroundings around = inWall ? samples.Wall : samples.Cpu;
        double most = QuietFactor * sentinelFloorSeconds;
        bool[] isQuiet = [.. ratios.Select((ratio, index) => double.IsFinite(ratio)
            && Math.Max(around.SentinelBefore[index], around.SentinelAfter[index]) <= most)];
        quiet = isQuiet.Count(isIt => isIt);

        // The sentinel sees its own core only: what helpers suffer on others it does not tell.
        return !samples.HasHelpers && quiet >= EnoughQuietCalls ? isQuiet : [.. ratios.Select(double.IsFinite)];
    }
}
