using MathNet.Numerics.Statistics;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Duets;

/// <summary>
/// How much a duet varies at each level of noise, so that a reader sees which of them a verdict had to overcome: standard
/// deviations of ln(head / base), 0.01 for 1 %; null where a level has fewer than two values.
/// </summary>
/// <param name="Pairs">Of the pairs of one round: what neighbours do to single calls.</param>
/// <param name="Rounds">Of the medians of the rounds of one launch: what the layout of instances adds.</param>
/// <param name="Launches">Of the estimates of the launches: what the luck of processes adds.</param>
public sealed record DuetSpread(double? Pairs, double? Rounds, double? Launches)
{
    // The median of |x - y| of two normal values is 0.9539 (0.6745 · √2) of their standard deviation.
    private const double DeviationFromDifference = 1 / 0.9539;

    /// <summary>The spread of a metric.</summary>
    /// <param name="reading">What is read of the samples.</param>
    /// <param name="launches">At least one duet.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    /// <exception cref="Measurement.MeasurementException">A launch has no pair with a ratio.</exception>
    public static DuetSpread Of(Reading reading, IReadOnlyList<DuetSamples> launches, bool inWall)
    {
        IReadOnlyList<double[]>[] rounds = [.. launches.Select(duet => DuetEstimate.Rounds(reading, duet, inWall))];
        return new DuetSpread(
            OfNeighbours([.. rounds.SelectMany(launch => launch)]),
            Within([.. rounds.Select(launch => launch.Select(round => round.Median()).ToArray())]),
            Within([[.. launches.Select(duet => DuetEstimate.Of(reading, Direction.LowerIsBetter, duet, inWall).Value)]]));
    }

    // From differences of pairs that follow each other: a drift within a round is none of it, a few disturbed calls do not
    // move a median, and rounds of three pairs tell it without bias, which residuals of their own median would not.
    private static double? OfNeighbours(IReadOnlyList<double[]> rounds)
    {
        double[] differences = [.. rounds.SelectMany(round => round.Skip(1).Zip(round, (next, pair) => Math.Abs(next - pair)))];
        return differences.Length == 0 ? null : DeviationFromDifference * differences.Median();
    }

    // The standard deviation within groups, each around its own mean.
    private static double? Within(IReadOnlyList<double[]> groups)
    {
        int freedom = groups.Sum(group => group.Length - 1);
        double squares = groups.Sum(group => (group.Length - 1) * (group.Length < 2 ? 0 : group.Variance()));
        return freedom < 1 ? null : Math.Sqrt(squares / freedom);
    }
}
