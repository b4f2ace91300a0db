using Perf.Measurement.Meters;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Tests.Objectives;

/// <summary>Objectives to test with, each with a tolerance of 2 %.</summary>
internal static class SomeObjectives
{
    public static InstrumentSelector Images { get; } = InstrumentSelector.Parse("receipts.images");

    public static InstrumentSelector Stage { get; } = InstrumentSelector.Parse("receipts.stage.duration{stage=forward}");

    public static Objective Duration { get; } =
        Of(Metric.Time, new Reading.BodyTime(), BoundKind.AtMost, 2, "[MaxDuration(2)]");

    public static Objective TimeRegression { get; } =
        Of(Metric.Time, new Reading.BodyTime(), BoundKind.RegressionPercent, 10, "[MaxRegression(10)]");

    public static Objective Throughput { get; } = Of(
        new Metric("throughput", "{image}/s", Direction.HigherIsBetter, IsNoisy: true),
        new Reading.Throughput(Images),
        BoundKind.AtLeast,
        4,
        "[MinThroughput(4)]");

    public static Objective RateRegression { get; } =
        Throughput with { Bound = new Bound(BoundKind.RegressionPercent, 10) };

    public static Objective Tail { get; } = Of(
        new Metric("tail_ratio", "1", Direction.LowerIsBetter, IsNoisy: true),
        new Reading.TailRatio(Stage, 95),
        BoundKind.AtMost,
        2,
        "[MaxTailRatio(2)]");

    public static Objective Allocations { get; } =
        Of(Metric.AllocatedBytes, new Reading.Allocations(), BoundKind.AtMost, 1024, "[MaxAllocations(1024)]");

    public static Objective AllocationRegression { get; } =
        Allocations with { Bound = new Bound(BoundKind.RegressionPercent, 10) };

    public static Objective HitRate { get; } = Of(
        Metric.CacheHitRate, new Reading.HitRate(Images, 2), BoundKind.AtLeast, 80, "[MinCacheHitRate(80)]");

    public static Objective ProcessMemory { get; } =
        Of(Metric.CpuMemory, new Reading.ProcessMemory(), BoundKind.AtMost, 80, "[MaxCpuMemory(80)]");

    public static Objective DeviceShare { get; } =
        Of(Metric.GpuMemoryShare, new Reading.DeviceMemory(false), BoundKind.AtMost, 80, "[MaxGpuMemory(80)]");

    public static Objective DeviceGigabytes { get; } = Of(
        Metric.GpuMemory, new Reading.DeviceMemory(true), BoundKind.AtMost, 4, "[MaxGpuMemory(Gigabytes = 4)]");

    public static Objective Score { get; } = Of(
        new Metric("receipts.score", "1", Direction.HigherIsBetter, IsNoisy: false),
        new Reading.InstrumentValue(InstrumentSelector.Parse("receipts.score")),
        BoundKind.AtLeast,
        0.9,
        "[MinMetric(\"receipts.score\", 0.9)]");

    public static Objective Of(Metric metric, Reading reading, BoundKind kind, double bound, string attribute) =>
        new(metric, reading, new Bound(kind, bound), new Origin(attribute, null), TolerancePercent: 2);
}
