using Perf.Baselines;
using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Execution;

/// <summary>Makes the series of a baseline of the launches of a run.</summary>
internal static class BaselineSeriesOf
{
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

    private static BaselineLaunch Launch(Objective objective, LaunchSamples samples) =>
        BaselineLaunch.Of((int)Math.Min(samples.Iterations, int.MaxValue), ReadingValues.Of(objective.Reading, samples));
}
