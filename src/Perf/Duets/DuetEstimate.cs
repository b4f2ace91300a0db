using MathNet.Numerics.Statistics;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Duets;

/// <summary>What a duet says of a metric: the median of ln(head / base) over its pairs.</summary>
public static class DuetEstimate
{
    // Two builds of the same code never agree better than this, however many pairs there are.
    private const double LeastStandardError = 0.004;

    // The standard error of a median is 1.2533 (√(π/2)) times that of a mean.
    private const double MedianPenalty = 1.2533;

    /// <summary>The estimate, turned so that more is worse.</summary>
    /// <param name="reading">What is read of the samples.</param>
    /// <param name="better">Which way is better.</param>
    /// <param name="samples">The pairs.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    /// <exception cref="MeasurementException">There is no pair with a ratio.</exception>
    public static Estimate Of(Reading reading, Direction better, DuetSamples samples, bool inWall)
    {
        double[] rounds = [.. Rounds(reading, samples, inWall).Select(round => round.Median())];
        double[] pairs = [.. Rounds(reading, samples, inWall).SelectMany(round => round)];
        if (rounds.Length == 0)
        {
            throw new MeasurementException(
                "a ratio of two builds needs values above 0 in both: the metric was 0 in every pair");
        }

        double error = rounds.Length < 2 ? double.MaxValue : MedianPenalty * rounds.StandardDeviation() / Math.Sqrt(rounds.Length);
        double turn = better == Direction.LowerIsBetter ? 1 : -1;
        return new Estimate(turn * pairs.Median(), Math.Clamp(error, LeastStandardError, 1));
    }

    /// <summary>The share of the pairs that say nothing, since a collection hid what the body took.</summary>
    public static double SetAside(Reading reading, DuetSamples samples, bool inWall) =>
        1 - (Rounds(reading, samples, inWall).Sum(round => round.Length) / (double)samples.Pairs);

    /// <summary>ln(head / base) of the pairs that have one, a round after another.</summary>
    internal static IReadOnlyList<double[]> Rounds(Reading reading, DuetSamples samples, bool inWall)
    {
        (double[] ofBase, double[] ofHead) = DuetValues.Of(reading, samples, inWall);
        List<double[]> rounds = [];
        foreach (int[] round in Enumerable.Range(0, Math.Min(ofBase.Length, ofHead.Length)).Chunk(samples.PairsPerRound))
        {
            double[] logs = [.. round.Where(pair => ofBase[pair] > 0 && ofHead[pair] > 0).Select(pair => Math.Log(ofHead[pair] / ofBase[pair]))];
            if (logs.Length > 0)
            {
                rounds.Add(logs);
            }
        }

        return rounds;
    }
}
