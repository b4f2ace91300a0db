using Perf.Baselines;
using Perf.Controlled;
using Perf.Judging;
using Perf.Objectives;
using Perf.Tests.Controlled;
using Perf.Tests.Objectives;

namespace Perf.Tests.Baselines;

/// <summary>Baselines to test with.</summary>
internal static class SomeBaseline
{
    public static Fingerprint Machine { get; } = new()
    {
        CpuModel = "Some CPU, family 25 model 17",
        LogicalCores = 2,
        Architecture = "X64",
        OsFamily = "Linux",
        RuntimeMajor = 10,
        GcMode = "workstation, concurrent",
        TieringMode = "tiered, PGO",
        Accelerator = "cpu",
        NativeLibraries = ["libtorch 2.10.0"],
        Hardening = ["MALLOC_TOP_PAD_=67108864", "OMP_WAIT_POLICY=PASSIVE"],
        Kernel = "6.1.0",
    };

    public static BaselineFile Of(params BaselineSeries[] series) => new("cpu", Machine, series);

    public static BaselineSeries Series(string test, string metric = "time", double accepted = 0.0125) => new(
        test,
        metric,
        metric == "time" ? "s" : "By",
        accepted,
        Version: 1,
        Data: null,
        Commit: "4f3c2a1",
        new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        [BaselineLaunch.Of(iterations: 3, [0.0125, 0.1 + 0.2, 0.0120])]);

    /// <summary>A series of a time that was recorded beside a control.</summary>
    /// <param name="test">The test.</param>
    /// <param name="launches">Its launches; five that agree where none is given.</param>
    public static BaselineSeries Controlled(string test, params ControlledSamples[] launches) =>
        Controlled(test, SomeObjectives.TimeRegression, launches);

    /// <summary>A series of any metric that was recorded beside a control.</summary>
    public static BaselineSeries Controlled(string test, Objective objective, params ControlledSamples[] launches) => ControlledSeries.Of(
        Series(test, objective.Metric.Name) with { Unit = objective.Metric.Unit, Launches = [] },
        objective,
        launches.Length > 0 ? launches : [.. Enumerable.Repeat(SomeControlled.Launch(), 5)]);

    /// <summary>The limit that a series makes where 10 % are allowed.</summary>
    public static Target.Limit Limit(BaselineSeries series, bool isRate = false) =>
        new(series.Accepted * (isRate ? 0.9 : 1.1), new BaselineEvidence(series.Accepted, "baselines/cpu.json, 4f3c2a1", 10)) { Series = series };
}
