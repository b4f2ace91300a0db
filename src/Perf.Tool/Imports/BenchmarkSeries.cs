using MathNet.Numerics.Statistics;
using Perf.Baselines;
using Perf.Metrics;

namespace Perf.Tool.Imports;

/// <summary>Makes series of a benchmark's measurements; they have no control, since none was measured.</summary>
internal static class BenchmarkSeries
{
    private const double SecondsOfANanosecond = 1e-9;

    /// <summary>The series of a benchmark: time, and allocations where they were diagnosed; none where it failed, or takes no time.</summary>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="test">The name of the test that they are for.</param>
    /// <param name="at">When it ran.</param>
    public static IReadOnlyList<BaselineSeries> Of(Benchmark benchmark, string test, DateTimeOffset at)
    {
        List<BaselineSeries> series = [];
        BaselineLaunch[] launches = [.. Launches(benchmark.Measurements ?? [])];
        if (launches.Length > 0 && launches.All(launch => launch.Minimum > 0))
        {
            double accepted = SignificantDigits.Round(launches.Select(launch => launch.Median).Median());
            series.Add(Series(Metric.Time, accepted, launches));
        }

        if (benchmark.Memory?.BytesAllocatedPerOperation is { } bytes)
        {
            series.Add(Series(Metric.AllocatedBytes, bytes, []));
        }

        return series;

        BaselineSeries Series(Metric metric, double accepted, BaselineLaunch[] of) =>
            new(test, metric.Name, metric.Unit, accepted, Version: 1, Data: null, Commit: null, at, of);
    }

    private static IEnumerable<BaselineLaunch> Launches(IReadOnlyList<BenchmarkMeasurement> measurements)
    {
        BenchmarkMeasurement[] workload = [.. measurements.Where(one => one is { IterationMode: "Workload", Operations: > 0 })];

        // Without the overhead of the loop where the report has that.
        string stage = workload.Any(one => one.IterationStage == "Result") ? "Result" : "Actual";
        return workload.Where(one => one.IterationStage == stage)
            .GroupBy(one => one.LaunchIndex)
            .OrderBy(launch => launch.Key)
            .Select(launch => BaselineLaunch.Of(
                (int)Math.Min(launch.Sum(one => (double)one.Operations), int.MaxValue),
                [.. launch.Select(one => one.Nanoseconds / one.Operations * SecondsOfANanosecond)]));
    }
}
