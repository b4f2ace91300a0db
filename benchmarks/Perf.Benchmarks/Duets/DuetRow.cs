using MathNet.Numerics.Statistics;

namespace Perf.Benchmarks.Duets;

/// <summary>What verdicts of one kind come to.</summary>
/// <param name="Of">Which verdicts.</param>
/// <param name="Verdicts">How many there are.</param>
/// <param name="Pass">How many passed.</param>
/// <param name="Regressed">How many were red.</param>
/// <param name="Inconclusive">How many were not judged.</param>
/// <param name="Errors">How many came to nothing.</param>
/// <param name="Launches">Launches of a verdict, the mean.</param>
/// <param name="Seconds">From the first launch to the verdict, s, the median.</param>
/// <param name="Seconds95">What 95 % of them do not exceed, s.</param>
/// <param name="WarmUpSeconds">The part of it that is warm-up, s, the median.</param>
/// <param name="MeanRatio">head / base, the geometric mean.</param>
/// <param name="MeanRatioErrorPercent">The standard error of that, in %.</param>
/// <param name="SpreadPercent">The standard deviation of a verdict's ratio, in %.</param>
/// <param name="InWallPercent">Judged by wall time, in %.</param>
internal sealed record DuetRow(
    string Of,
    int Verdicts,
    int Pass,
    int Regressed,
    int Inconclusive,
    int Errors,
    double Launches,
    double Seconds,
    double Seconds95,
    double WarmUpSeconds,
    double MeanRatio,
    double MeanRatioErrorPercent,
    double SpreadPercent,
    double InWallPercent)
{
    private const double Percent = 100;

    /// <summary>The row of at least one verdict.</summary>
    public static DuetRow From(string of, IReadOnlyCollection<DuetVerdict> verdicts)
    {
        double[] logs =
            [.. verdicts.Select(verdict => verdict.Ratio).OfType<double>().Select(ratio => Math.Log(ratio))];
        double spread = logs.Length > 1 ? logs.StandardDeviation() : 0;
        return new DuetRow(
            of,
            verdicts.Count,
            verdicts.Count(verdict => verdict.IsPass),
            verdicts.Count(verdict => verdict.IsRegressed),
            verdicts.Count(verdict => verdict.IsInconclusive),
            verdicts.Count(verdict => verdict.IsError),
            verdicts.Average(verdict => verdict.Launches),
            verdicts.Select(verdict => verdict.Seconds).Median(),
            verdicts.Select(verdict => verdict.Seconds).Percentile(95),
            verdicts.Select(verdict => verdict.WarmUpSeconds).Median(),
            logs.Length > 0 ? Math.Exp(logs.Mean()) : 1,
            logs.Length > 0 ? Percent * spread / Math.Sqrt(logs.Length) : 0,
            Percent * spread,
            Percent * verdicts.Average(verdict => verdict.IsInWall ? 1 : 0));
    }
}
