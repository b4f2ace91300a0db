using Perf.Judging;
using Perf.Measurement;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Runs;
using Perf.Statistics;

namespace Perf.Benchmarks.Suite;

/// <summary>Results as a suite of tests leaves them: one launch of a second and a half each, two promises.</summary>
internal static class MadeUpTests
{
    // 1.5 s of samples of a little over a millisecond.
    private const int Samples = 1200;

    public static IEnumerable<TestRecord> Of(int tests)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, tests).Select(test => Record(test, random))];
    }

    public static string NameOf(int test) => $"Suite.MadeUpTests.Test{test}";

    /// <summary>A sample with all the digits that a real one has.</summary>
    public static double Seconds(Random random) => 0.00115 + (random.NextDouble() * 0.0001);

    private static TestRecord Record(int test, Random random)
    {
        LaunchSamples launch = new()
        {
            CallsPerSample = 1,
            WallSeconds = Values(random),
            CpuSeconds = Values(random),
            AllocatedBytes = new double[Samples],
            WarmUp = new WarmUpReport(1000, 1.4, Settled: true),
            MeasuredSeconds = 1.5,
        };
        TestReference reference = new(NameOf(test), "MadeUpTests", $"Test{test}", "tests/Suite");
        return new TestRecord(reference, [Judged(BoundKind.AtMost), Judged(BoundKind.RegressionPercent)], [launch]);
    }

    private static double[] Values(Random random) =>
        [.. Enumerable.Range(0, Samples).Select(_ => Seconds(random))];

    private static Judgement Judged(BoundKind kind)
    {
        Origin origin = new("[MaxDuration(5)]", "baselines/thresholds.yaml:6, validation.max_time_seconds");
        Objective objective = new(Metric.Time, new Reading.BodyTime(), new Bound(kind, 10), origin, 2);
        return new Judgement(objective, Verdict.Pass)
        {
            Current = 0.0012,
            Limit = 0.0013,
            Decision = new Decision(Outcome.Kept, 0.9, new Bounds(0.8, 0.95), 1.1, 0.02),
            Launches = 1,
            Samples = Samples,
            Seconds = 3,
        };
    }
}
