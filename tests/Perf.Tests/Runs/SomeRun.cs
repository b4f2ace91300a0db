using Perf.Judging;
using Perf.Objectives;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tests.Baselines;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;

namespace Perf.Tests.Runs;

/// <summary>Runs, tests and judgements to test with.</summary>
internal static class SomeRun
{
    public static TestReference Test { get; } = new(
        "Suite.ValidationTests.ValidationKeepsItsPace",
        "ValidationTests",
        "ValidationKeepsItsPace",
        "tests/Perf.Regression");

    /// <summary>A time that became 15.2 % longer than its baseline, where 10 % are allowed.</summary>
    public static Judgement Slower { get; } = new(
        SomeObjectives.TimeRegression with
        {
            Origin = new Origin(
                "[MaxRegression(10)]",
                "baselines/thresholds.yaml:6, validation.time_regression_threshold_pct",
                "validation"),
        },
        Verdict.Regressed)
    {
        Current = 0.01418,
        Limit = 0.01231 * 1.1,
        Baseline = new BaselineEvidence(
            0.01231, "baselines/cpu.json, 4f3c2a1, 2026-11-20, same machine kind, 5 launches", AllowedPercent: 10),
        Decision = new Decision(Outcome.Broken, 1.152 / 1.1, new Bounds(1.089 / 1.1, 1.218 / 1.1), 1.142 / 1.1, 0.02),
        Launches = 2,
        Samples = 96,
        Seconds = 6.21,
    };

    public static Judgement Kept { get; } = new(SomeObjectives.Duration, Verdict.Pass)
    {
        Current = 1,
        Limit = 2,
        Decision = new Decision(Outcome.Kept, 0.5, new Bounds(0.4, 0.6), 1.4, 0.08),
        Launches = 1,
        Samples = 12,
        Seconds = 2.25,
    };

    public static Judgement Unknown { get; } =
        new(SomeObjectives.TimeRegression, Verdict.NotComparable) { Reason = "no baseline", IsExempt = true };

    public static Run Of(params TestRecord[] tests)
    {
        Run run = new()
        {
            StartedAt = new DateTimeOffset(2026, 11, 24, 1, 30, 0, TimeSpan.FromHours(2)),
            Machine = SomeBaseline.Machine,
            Environment = "cpu",
            Commit = "4f3c2a1",
            Thresholds = "baselines/thresholds.yaml",
            Baseline = "baselines/cpu.json",
            IsStrict = true,
        };
        foreach (TestRecord test in tests)
        {
            run.Add(test);
        }

        return run;
    }

    public static TestRecord Record(string name, params Judgement[] judgements) =>
        new(Test with { FullName = $"Suite.{name}", MethodName = name }, judgements, [SomeSamples.Lasting(1, 2)]);
}
