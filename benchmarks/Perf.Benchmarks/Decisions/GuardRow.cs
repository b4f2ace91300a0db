using MathNet.Numerics.Statistics;

namespace Perf.Benchmarks.Decisions;

/// <summary>What the guard of the file rule says of launches of unchanged code.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Launches">How many launches were looked at.</param>
/// <param name="RefusedPercent">How many of them could not be compared, in %.</param>
/// <param name="SentinelRatio">The sentinel at its best over the recorded one: its 5 %, 50 % and 95 % quantiles.</param>
/// <param name="ControlRatio">The same of the control.</param>
internal sealed record GuardRow(
    string Subject,
    int Launches,
    double RefusedPercent,
    IReadOnlyList<double> SentinelRatio,
    IReadOnlyList<double> ControlRatio)
{
    /// <summary>The row of at least one launch.</summary>
    public static GuardRow Of(
        string subject, IReadOnlyCollection<(bool IsRefused, double Sentinel, double Control)> launches) => new(
        subject,
        launches.Count,
        100.0 * launches.Count(launch => launch.IsRefused) / launches.Count,
        Quantiles(launches.Select(launch => launch.Sentinel)),
        Quantiles(launches.Select(launch => launch.Control)));

    private static double[] Quantiles(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return [all.Quantile(0.05), all.Quantile(0.5), all.Quantile(0.95)];
    }
}
