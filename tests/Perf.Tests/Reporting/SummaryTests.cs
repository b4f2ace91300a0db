using NUnit.Framework;
using Perf.Duets;
using Perf.Judging;
using Perf.Metrics;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Objectives;
using Perf.Tests.Runs;
using Shouldly;

namespace Perf.Tests.Reporting;

[TestFixture]
public sealed class SummaryTests
{
    private static readonly Judgement Undecided =
        new(SomeObjectives.Duration, Verdict.Inconclusive) { Reason = "too close", Current = 2, Limit = 2 };

    [Test]
    public void TheSummaryTellsVerdictsFirstAndTheWorstFirst() =>
        SummaryOf(SomeRun.Of(
                SomeRun.Record("B", SomeRun.Kept, SomeRun.Unknown),
                SomeRun.Record("A", SomeRun.Kept),
                SomeRun.Record("C", SomeRun.Slower, Undecided)))
            .ShouldBe(
                """
                # Performance: 1 regressed, 1 inconclusive, 1 not comparable, 2 pass

                2026-11-23 23:30 UTC · environment cpu · strict · Some CPU, family 25 model 17, 2 cores
                thresholds: baselines/thresholds.yaml · baseline: baselines/cpu.json · commit 4f3c2a1


                | verdict | test | metric | measured | limit | ratio | effort | seconds | from |
                |---|---|---|---|---|---|---|---|---|
                | Regressed | ValidationTests.C | time | 14.18 ms | 13.54 ms | ×1.152 [1.089 … 1.218] | 2 launches, 96 samples | 6.2 | baselines/thresholds.yaml:6, validation.time_regression_threshold_pct |
                | Inconclusive | ValidationTests.C | time | 2 s | 2 s | exact |  | 0.0 | [MaxDuration(2)] |
                | NotComparable: new | ValidationTests.B | time | – | – | – |  | 0.0 | [MaxRegression(10)] |
                | Pass | ValidationTests.A | time | 1 s | 2 s | ×0.500 [0.400 … 0.600] | 1 launch, 12 samples | 2.3 | [MaxDuration(2)] |
                | Pass | ValidationTests.B | time | 1 s | 2 s | ×0.500 [0.400 … 0.600] | 1 launch, 12 samples | 2.3 | [MaxDuration(2)] |

                - ValidationTests.C, time: too close
                - ValidationTests.B, time: no baseline

                """);

    [Test]
    public void WhatADuetDidNotPassIsToldWithItsNoise()
    {
        DuetSpread spread = new(0.0384, 0.0161, null);

        string summary = SummaryOf(SomeRun.Of(SomeRun.Record(
            "A",
            SomeRun.Slower with { Spread = spread },
            SomeRun.Slower with { Spread = spread, Verdict = Verdict.Inconclusive, Reason = "too close" },
            SomeRun.Kept with { Spread = spread })));

        summary.ShouldEndWith(
            """


            - ValidationTests.A, time: noise: pairs 3.8 %, rounds 1.6 %; smallest change that this run could tell 14.2 %
            - ValidationTests.A, time: too close; noise: pairs 3.8 %, rounds 1.6 %; smallest change that this run could tell 14.2 %

            """);
    }

    [Test]
    public void WhatAFileCouldNotCompareIsToldWithWhyAndWithTheControl()
    {
        Judgement refused = new(SomeObjectives.TimeRegression, Verdict.Inconclusive)
        {
            Limit = 0.0022,
            Launches = 5,
            Samples = 200,
            Reason = "the control Mixed took ×1.62 of what it took when the baseline was recorded",
            Control = new ControlEvidence("Mixed", 1.62, 1.004, 0.5, null, 5),
        };

        string[] lines = SummaryOf(SomeRun.Of(SomeRun.Record("A", refused))).Split('\n');

        lines.ShouldContain("| Inconclusive | ValidationTests.A | time | – | 2.2 ms | – | 5 launches, 200 calls | 0.0 | [MaxRegression(10)] |");
        lines.ShouldContain(
            "- ValidationTests.A, time: the control Mixed took ×1.62 of what it took when the baseline was recorded; "
            + "noise: control Mixed ×1.62, sentinel ×1.00 of the recorded; 50 % of the calls disturbed, 0 % set aside");
    }

    [Test]
    public void ARegressionIsToldWithTheStagesThatMoved() =>
        SummaryOf(SomeRun.Of(SomeRun.Record("A", SomeRun.Slower with { Stages = [new StageShift("forward", 1.25, 0.0015), new StageShift("load", 0.9, -0.0001)] })))
            .ShouldContain(", time: where: forward +25.0 %, load −10.0 %");

    [Test]
    public void AnErrorStandsBeforeAllVerdicts()
    {
        string summary = SummaryOf(SomeRun.Of(
            SomeRun.Record("A", SomeRun.Kept), SomeRun.Record("B") with { Error = "the worker died" }));

        summary.ShouldStartWith("# Performance: 1 error, 1 pass\n");
        summary.ShouldContain("\n- **Error** Suite.B: the worker died\n");
    }

    [Test]
    public void ARunWithoutTestsJudgedNothing() =>
        SummaryOf(SomeRun.Of()).ShouldStartWith("# Performance: nothing judged\n");

    [Test]
    public void HostileNamesAreText()
    {
        const string hostile = "a|b\\|&<script>\r\n| Pass | forged |\n# heading";
        const string asText = "a\\|b\\\\\\|&amp;&lt;script> \\| Pass \\| forged \\| # heading";
        Judgement judgement = Undecided with
        {
            Reason = hostile,
            Objective = SomeObjectives.Duration with
            {
                Metric = new Metric(hostile, hostile, Perf.Thresholds.Direction.LowerIsBetter, IsNoisy: true),
                Origin = new(hostile, null),
            },
        };
        TestReference test = new(hostile, hostile, hostile, hostile);

        string summary = SummaryOf(SomeRun.Of(new TestRecord(test, [judgement], [], Error: hostile)));

        string[] lines = summary.Split('\n');
        lines.Single(line => line.StartsWith("- **Error**", StringComparison.Ordinal))
            .ShouldBe($"- **Error** {asText}: {asText}");
        lines.Single(line => line.StartsWith("| Inconclusive", StringComparison.Ordinal)).ShouldBe(
            $"| Inconclusive | {asText}.{asText} | {asText} | 2 {asText} | 2 {asText} | exact |  | 0.0 | {asText} |");
        lines[^2].ShouldBe($"- {asText}.{asText}, {asText}: {asText}");
        summary.ShouldNotContain("<script>");
        lines.Count(line => line.StartsWith('#')).ShouldBe(1);
        lines.Count(line => line.StartsWith('|')).ShouldBe(3);
    }

    [Test]
    public void WhatTheMachineAndTheFilesAreCalledIsTextToo()
    {
        Run run = new()
        {
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = Perf.Tests.Baselines.SomeBaseline.Machine with { CpuModel = "<cpu>" },
            Environment = "<environment>",
            Thresholds = "<thresholds>",
            Baseline = "<baseline>",
            Commit = "<commit>",
        };

        SummaryOf(run).ShouldNotContain("<");
    }

    private static string SummaryOf(Run run) => Summary.Of(RunDocument.Of(run));
}
