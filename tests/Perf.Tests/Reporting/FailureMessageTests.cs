using NUnit.Framework;
using Perf.Duets;
using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Objectives;
using Perf.Tests.Runs;
using Shouldly;

namespace Perf.Tests.Reporting;

[TestFixture]
public sealed class FailureMessageTests
{
    private const string Run = "dotnet test tests/Perf.Regression -c Release "
        + "--filter FullyQualifiedName~ValidationTests.ValidationKeepsItsPace";

    [Test]
    public void ARegressionTellsWhatByHowMuchAgainstWhatHowSureAndWhatToDo() =>
        MessageOf(SomeRun.Slower).ShouldBe(
            $"""
            Validation time regression: +15.2 % (allowed +10 %)
              Baseline:    12.31 ms  baselines/cpu.json, 4f3c2a1, 2026-11-20, same machine kind, 5 launches
              Current:     14.18 ms  ratio 1.152, 99 % bounds 1.089 … 1.218; 2 launches, 96 samples, 6.2 s, wall time
              Allowed:     13.54 ms  baseline + 10 %  (baselines/thresholds.yaml:6, validation.time_regression_threshold_pct)
              Exceeded by: 639 µs
              Noise:       smallest change from the baseline that this run could tell 14.2 %
              Reproduce:   {Run}
              Accept:      dotnet perf baseline accept artifacts/perf/Perf.Regression/run.json --test ValidationTests.ValidationKeepsItsPace --reason "…"
            """);

    [Test]
    public void BesideABaseBuildEachLevelOfNoiseIsTold()
    {
        Judgement beside = SomeRun.Slower with { Spread = new DuetSpread(0.0384, 0.0161, 0.0089) };

        NoiseOf(beside).ShouldBe(
            "  Noise:       pairs 3.8 %, rounds 1.6 %, launches 0.9 %; smallest change that this run could tell 14.2 %");
        NoiseOf(beside with { Spread = beside.Spread with { Launches = null } }).ShouldBe(
            "  Noise:       pairs 3.8 %, rounds 1.6 %; smallest change that this run could tell 14.2 %");
    }

    [Test]
    public void BesideAControlWhatHadToBeOvercomeIsTold()
    {
        Judgement beside = SomeRun.Slower with { Control = new ControlEvidence("Mixed", 1.0234, 0.997, 0.384, 0.0161, 0), SetAside = 0.31, Clock = "CPU time" };

        NoiseOf(beside).ShouldBe(
            "  Noise:       control Mixed ×1.02, sentinel ×1.00 of the recorded; 38 % of the calls disturbed, 31 % set aside, launches 1.6 %; "
            + "smallest change that this run could tell 14.2 %");
        MessageOf(beside).ShouldContain("; 2 launches, 96 calls, 6.2 s, CPU time\n");
    }

    [Test]
    public void WhereNoLaunchCouldBeComparedTheControlIsToldAlone() => FailureMessage
        .Noise(JudgementDocument.Of(
            new Judgement(SomeObjectives.TimeRegression, Verdict.Inconclusive) { Control = new ControlEvidence("Gemm", 1.62, 1.004, 1, null, 5) }))
        .ShouldBe("control Gemm ×1.62, sentinel ×1.00 of the recorded; 100 % of the calls disturbed, 0 % set aside");

    [Test]
    public void ADuetThatSettledAFilesDoubtIsToldAsADuet() =>
        NoiseOf(SomeRun.Slower with { Control = new ControlEvidence("Mixed", 1, 1, 0, 0.02, 0), Spread = new DuetSpread(0.0384, 0.0161, 0.0089) })
            .ShouldStartWith("  Noise:       pairs 3.8 %, ");

    [Test]
    public void AnAbsoluteLimitIsToldWithoutABaselineToAccept() =>
        MessageOf(SomeRun.Kept with { Verdict = Verdict.Regressed, Current = 3, Launches = 1 })
            .ShouldBe(
                $"""
                Time exceeds its limit: 3 s (at most 2 s)
                  Current:     3 s  ratio 0.500, 99 % bounds 0.400 … 0.600; 1 launch, 12 samples, 2.3 s, wall time
                  Limit:       2 s  ([MaxDuration(2)])
                  Exceeded by: 1 s
                  Noise:       smallest change from the limit that this run could tell 40.0 %
                  Reproduce:   {Run}
                """);

    [Test]
    public void AFallenRateMissesItsLimit()
    {
        Judgement judgement = new(SomeObjectives.Throughput, Verdict.Regressed) { Current = 3, Limit = 4, Launches = 2 };

        MessageOf(judgement).ShouldBe(
            $$"""
            Throughput falls below its limit: 3 {image}/s (at least 4 {image}/s)
              Current:     3 {image}/s  2 launches, 0 samples, 0.0 s
              Limit:       4 {image}/s  ([MinThroughput(4)])
              Missed by:   1 {image}/s
              Reproduce:   {{Run}}
            """);
    }

    [Test]
    public void AFallenRateIsToldWithItsSignAgainstABaseline()
    {
        Judgement judgement = new(SomeObjectives.RateRegression, Verdict.Regressed)
        {
            Current = 44,
            Limit = 45,
            Baseline = new BaselineEvidence(50, "baselines/cpu.json", AllowedPercent: 10),
        };

        FailureMessage.Title(JudgementDocument.Of(judgement)).ShouldBe("Throughput regression: −12.0 % (allowed −10 %)");
        MessageOf(judgement).ShouldContain("  Allowed:     45 {image}/s  baseline − 10 %  (");
    }

    [Test]
    public void WhatIsExactSaysWhyInsteadOfARatio()
    {
        Judgement judgement = new(SomeObjectives.ProcessMemory, Verdict.Regressed)
        {
            Current = 90,
            Limit = 80,
            Reason = "process peak 9 GiB of 10 GiB",
            Launches = 1,
            Samples = 5,
            Seconds = 1,
        };

        MessageOf(judgement)
            .ShouldContain("\n  Current:     90 %  process peak 9 GiB of 10 GiB; 1 launch, 5 samples, 1.0 s\n");
    }

    [Test]
    public void FromABaselineOfNothingThereIsNoPercentage()
    {
        Judgement judgement = new(SomeObjectives.AllocationRegression, Verdict.Regressed)
        {
            Current = 24,
            Limit = 0,
            Baseline = new BaselineEvidence(0, "baselines/cpu.json", AllowedPercent: 10),
        };

        FailureMessage.Title(JudgementDocument.Of(judgement)).ShouldBe("Allocated bytes regression: 24 B, from 0 B (allowed +10 %)");
    }

    [Test]
    public void BesideABaseBuildThereIsNoFileToAcceptInto() =>
        FailureMessage.Of(JudgementDocument.Of(SomeRun.Slower), SomeRun.Test with { BesideBaseBuild = true })
            .ShouldEndWith("\n  Accept:      by merging it; or by a raised [PerfVersion] on the test, which then counts as new");

    [Test]
    public void ARecordThatLacksNumbersIsToldWithoutThem()
    {
        string json = RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower))).ToJson();
        foreach (string field in new[] { "current", "limit", "title", "runFile", "ratio" })
        {
            json = System.Text.RegularExpressions.Regex.Replace(json, $@"""{field}"":(""[^""]*""|[^,]*),", "");
        }

        TestDocument test = RunDocument.Parse(json, "run.json").Tests[0];
        string message = FailureMessage.Of(test.Judgements[0], test.Test);

        message.ShouldStartWith("time regression: –, from 12.31 ms (allowed +10 %)\n");
        message.ShouldContain("\n  Exceeded by: –\n");
        message.ShouldContain("accept artifacts/perf/Perf.Regression/run.json --test");
    }

    private static string MessageOf(Judgement judgement) => FailureMessage.Of(JudgementDocument.Of(judgement), SomeRun.Test);

    private static string NoiseOf(Judgement judgement) => MessageOf(judgement)
        .Split('\n').Single(line => line.StartsWith("  Noise:", StringComparison.Ordinal));
}
