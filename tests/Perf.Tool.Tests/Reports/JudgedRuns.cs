using Perf.Baselines;
using Perf.Objectives;
using Perf.Reporting;
using Perf.Runs;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Tool.Tests.Reports;

/// <summary>Records of runs to report on.</summary>
internal static class JudgedRuns
{
    /// <summary>What a name may hold that breaks a format which does not escape it.</summary>
    public const string Hostile = "a<script>alert(1)</script>\"'`,:%25\r\n::error::forged|\\\n# EOF\n\u202Eabc 🧪\u0001\uD800";

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
    };

    public static RunDocument Run(params TestDocument[] tests) => new(
        RunDocument.CurrentSchemaVersion,
        new DateTimeOffset(2026, 11, 24, 1, 30, 0, TimeSpan.FromHours(2)),
        "cpu",
        "4f3c2a1",
        "baselines/thresholds.yaml",
        "baselines/cpu.json",
        true,
        Machine,
        tests);

    public static TestDocument Test(string name, params JudgementDocument[] judgements) =>
        new(new TestReference($"App.ParsingTests.{name}", "ParsingTests", name, "tests/App"), null, judgements, []);

    public static JudgementDocument Kept { get; } = new(
        "time", "s", "Pass", "[MaxRegression(10)]", "baselines/thresholds.yaml:6, parsing.time_regression_threshold_pct", 0.0125, 0.01375, 0.0125,
        "baselines/cpu.json, 4f3c2a1", 10, 1.001, new Bounds(0.98, 1.02), 8.1, 1, 24, 2.5, false, "")
    {
        Title = "Parsing time",
        Better = Direction.LowerIsBetter,
        Source = new SourceLocation("tests/App/ParsingTests.cs", 12),
    };

    public static JudgementDocument Slower { get; } = Kept with
    {
        Verdict = "Regressed",
        Current = 0.015,
        Ratio = 1.2,
        RatioBounds = new Bounds(1.15, 1.25),
        Launches = 2,
    };

    public static JudgementDocument Faster { get; } = Kept with
    {
        Verdict = "Pass, improved",
        Improved = true,
        Current = 0.01,
        Ratio = 0.8,
        RatioBounds = new Bounds(0.78, 0.82),
    };

    public static JudgementDocument Undecided { get; } = Kept with { Verdict = "Inconclusive", Reason = "too close to the limit", Current = 0.0137 };

    public static JudgementDocument NotCompared { get; } = Kept with
    {
        Verdict = "NotComparable",
        Reason = "no baseline",
        Current = null,
        Limit = null,
        Baseline = null,
        Ratio = null,
        RatioBounds = null,
        AllowedPercent = null,
    };

    public static JudgementDocument HeldAgainst { get; } = NotCompared with { HeldAgainst = true };

    /// <summary>What a run measured, as a baseline would hold it.</summary>
    public static BaselineSeries Series(string name, double accepted, string metric = "time") => new(
        $"App.ParsingTests.{name}",
        metric,
        metric == "time" ? "s" : "By",
        accepted,
        Version: 1,
        Data: null,
        Commit: "4f3c2a1",
        new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        [BaselineLaunch.Of(iterations: 3, [accepted, accepted * 1.01, accepted * 0.99])]);

    public static IReadOnlyList<ReportRow> Rows(params RunDocument[] runs) => ReportRow.WorstFirst(runs);
}
