using MathNet.Numerics.Statistics;
using Perf.Measurement;

namespace Perf.Statistics;

/// <summary>Estimates that a few disturbed samples cannot move.</summary>
public static class RobustStatistics
{
    // The standard deviation of a normal sample is 1.4826 times its median absolute deviation.
    private const double DeviationFromMad = 1.4826;

    // The standard error of a median is 1.2533 (√(π/2)) times that of a mean.
    private const double MedianPenalty = 1.2533;

    // Successive calls in one process are not independent.
    private const double DependencePenalty = 1.5;

    // Blocks of the jackknife below: enough to have a spread, few enough that each is a good part of a launch.
    private const int Blocks = 10;

    /// <summary>The median of the values and its standard error, 1.5 · 1.2533 · 1.4826 · MAD / √n.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Estimate Median(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("There are no values.", nameof(values));
        }

        return new Estimate(
            MathNet.Numerics.Statistics.Statistics.Median(values),
            DependencePenalty * MedianPenalty * Deviation(values) / Math.Sqrt(values.Count));
    }

    /// <summary>The standard deviation that the median absolute deviation of normal values stands for: 1.4826 · MAD.</summary>
    public static double Deviation(IReadOnlyCollection<double> values)
    {
        double median = MathNet.Numerics.Statistics.Statistics.Median(values);
        return DeviationFromMad * MathNet.Numerics.Statistics.Statistics.Median(values.Select(value => Math.Abs(value - median)));
    }

    /// <summary>The median of the lowest quarter of the values (at least one): the witness that neighbours disturb least.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Estimate QuietMedian(IReadOnlyCollection<double> values) =>
        Median([.. values.Order().Take(Math.Max(1, values.Count / 4))]);

    /// <summary>The sample quantile of type 7 (Hyndman and Fan 1996), as NumPy and R have it by default.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="percentile">0 to 100.</param>
    public static double Percentile(IEnumerable<double> values, double percentile) =>
        MathNet.Numerics.Statistics.Statistics.QuantileCustom(values, percentile / 100, QuantileDefinition.R7);

    /// <summary>
    /// ln of (percentile over mean), with the standard error of a jackknife that leaves out one of ten successive blocks
    /// at a time (Efron and Stein 1981), so that what disturbs neighbouring values together counts once.
    /// </summary>
    /// <param name="values">At least 20 positive values, in the order of their recording.</param>
    /// <param name="percentile">0 to 100.</param>
    public static Estimate LogTailRatio(IReadOnlyList<double> values, double percentile)
    {
        double[] without = new double[Blocks];
        for (int block = 0; block < Blocks; block++)
        {
            int from = block * values.Count / Blocks;
            int to = (block + 1) * values.Count / Blocks;
            without[block] = LogRatio(values.Where((_, index) => index < from || index >= to));
        }

        double mean = without.Average();
        double squares = without.Sum(value => (value - mean) * (value - mean));
        return new Estimate(LogRatio(values), Math.Sqrt(squares * (Blocks - 1) / Blocks));

        double LogRatio(IEnumerable<double> part)
        {
            double[] kept = [.. part];
            return Math.Log(Percentile(kept, percentile) / kept.Average());
        }
    }
}
