using NUnit.Framework;
using Perf.Duets;
using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tests.Architecture;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Reporting;

/// <summary>What the README shows is what is printed today.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    private const string Regression = "baselines/thresholds.yaml:31, stages.time_regression_threshold_pct";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    [Test]
    public void AFailureAgainstAFile() => Readme.ShouldContain(
        $"\n```\n{FailureMessage.Of(Stages(191.51e-6, 239.42e-6, new Bounds(1.135, 1.377)) with
        {
            BaselineSource = "baselines/cpu.json, 5f79459, 2026-11-26, same machine kind, 5 launches",
            Ratio = 1.25,
            Launches = 2,
            Samples = 1857,
            Seconds = 13.2,
            SmallestDetectablePercent = 18.9,
            SetAside = 0.17,
            Control = new ControlEvidence("Gemm", 1, 1, 0.18, 0.033, 0),
            Stages = [new StageShift("post-process", 1.251, 48e-6)],
        }, Test("PostProcessingAllocatesLittle"))}\n```\n");

    [Test]
    public void AFailureBesideABaseBuild() => Readme.ShouldContain(
        $"\n```\n{FailureMessage.Of(Stages(13.88e-3, 15.8103e-3, new Bounds(1.093, 1.187)) with
        {
            BaselineSource = "base build, run beside this one",
            Ratio = 1.139,
            Launches = 3,
            Samples = 108,
            Seconds = 37.2,
            SmallestDetectablePercent = 12.6,
            Spread = new DuetSpread(0.051, 0.019, 0.009),
            Stages = [new StageShift("forward", 1.136, 1.9e-3)],
        }, Test("ForwardKeepsItsPace") with { BesideBaseBuild = true })}\n```\n");

    [Test]
    public void TheTableUnderATest() => Readme.ShouldContain(
        $"\n```\n{JudgementTable.Of(
        [
            Passed("time", "s", Direction.LowerIsBetter, 0.02189, 0.02365, new Bounds(0.83, 1.032), 0.926, "baselines/thresholds.yaml:7, validation.time_regression_threshold_pct"),
            Passed("throughput (receipts.images)", "{image}/s", Direction.HigherIsBetter, 34.51, 5, new Bounds(0.093, 0.225), 0.145, "baselines/thresholds.yaml:48, environments.cpu.validation.min_samples_per_second"),
        ])}\n```\n");

    [Test]
    public void EveryVerdictHasItsRow() => Enum.GetNames<Verdict>()
        .Where(verdict => !Readme.Contains($"\n| {verdict} | ", StringComparison.Ordinal))
        .ShouldBeEmpty();

    private static TestReference Test(string name) => new($"Perf.Regression.StageTests.{name}", "StageTests", name, "tests/Perf.Regression");

    private static JudgementDocument Stages(double baseline, double current, Bounds bounds) => new(
        "time", "s", "Regressed", "[MaxRegression]", Regression, current, 1.1 * baseline, baseline, null, 10, null, bounds, null, 0, 0, 0, false, "")
    {
        Title = "Stages time",
        Clock = "CPU time",
    };

    private static JudgementDocument Passed(
        string metric, string unit, Direction better, double current, double limit, Bounds bounds, double ratio, string threshold) => new(
        metric, unit, "Pass", "[MaxRegression]", threshold, current, limit, null, null, null, ratio, bounds, null, 1, 12, 2, false, "")
        {
            Better = better,
        };
}
