using Perf.Baselines;
using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Execution;

/// <summary>Makes the series of a baseline of the launches of a run.</summary>
internal static class BaselineSeriesOf
{
    // A file that is reviewed like code has no room for thousands of samples; these keep their distribution.
    private const int KeptValues = 200;

    public static BaselineSeries Launches(
        Objective objective, TestIdentity test, IReadOnlyList<LaunchSamples> launches, string? commit, DateTimeOffset at)
    {
        BaselineLaunch[] recorded = [.. launches.Select(launch => Launch(objective, launch))];
        double accepted = objective.Metric.IsNoisy
            ? RobustStatistics.Median([.. recorded.Select(launch => launch.Median)]).Value
            : recorded.Min(launch => launch.Minimum);
        return new BaselineSeries(
            test.Name, objective.Metric.Name, objective.Metric.Unit, accepted, test.Version, test.Data, commit, at, recorded);
    }

    private static BaselineLaunch Launch(Objective objective, LaunchSamples samples)
    {
        IReadOnlyList<double> values = ReadingValues.Of(objective.Reading, samples);
        return new BaselineLaunch(
            values.Count,
            RobustStatistics.Percentile(values, 50),
            RobustStatistics.Percentile(values, 25),
            RobustStatistics.Percentile(values, 75),
            values.Min(),
            values.Max(),
            Thin(values));
    }

    private static double[] Thin(IReadOnlyList<double> values)
    {
        int kept = Math.Min(values.Count, KeptValues);
        return [.. Enumerable.Range(0, kept).Select(index => values[(int)((long)index * values.Count / kept)])];
    }
}
