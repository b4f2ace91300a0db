using MathNet.Numerics.Distributions;
using Pragmastat.Algorithms;

namespace Perf.Benchmarks.Decisions;

/// <summary>
/// The bounds of Pragmastat's ratio, as its manual defines them: quantiles of all head / base, as far from the middle as
/// the distribution of Mann and Whitney's U has them. The package as referenced here has the quantiles, not the bounds.
/// </summary>
internal static class RatioBounds
{
    /// <summary>The bounds.</summary>
    /// <param name="ofBase">Times above 0; so many that U is normal.</param>
    /// <param name="ofHead">Times above 0; so many that U is normal.</param>
    /// <param name="misrate">How often the bounds miss the ratio of samples that are independent.</param>
    public static (double Lower, double Upper) Of(double[] ofBase, double[] ofHead, double misrate)
    {
        double samples = ofBase.Length + ofHead.Length;
        double deviation = Math.Sqrt((samples + 1) / (12.0 * ofBase.Length * ofHead.Length));
        double margin = Math.Min(0.5, Normal.InvCDF(0, 1, 1 - (misrate / 2)) * deviation);
        double[] bounds = FastShift.Estimate(
            Logarithms(ofHead), Logarithms(ofBase), [0.5 - margin, 0.5 + margin], assumeSorted: false);
        return (Math.Exp(bounds[0]), Math.Exp(bounds[1]));
    }

    private static double[] Logarithms(double[] values) => [.. values.Select(value => Math.Log(value))];
}
