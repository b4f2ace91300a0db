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
    public void TheDeviceIsNamedBesideTheProcessor()
    {
        RunDocument run = RunDocument.Of(SomeRun.Of(SomeRun.Record("A", SomeRun.Kept)));

        Summary.Of(run with { Machine = run.Machine with { Accelerator = "Some GPU" } }).ShouldContain(" · Some CPU, family 25 model 17, 2 cores, Some GPU\n");
    }

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

                ValidationTests.C:

                ```text
                Validation time regression: +15.2 % (allowed +10 %)
                  Baseline:    12.31 ms  baselines/cpu.json, 4f3c2a1, 2026-11-20, same machine kind, 5 launches
                  Current:     14.18 ms  ratio 1.152, 99 % bounds 1.089 … 1.218; 2 launches, 96 samples, 6.2 s, wall time
                  Allowed:     13.54 ms  baseline + 10 %  (baselines/thresholds.yaml:6, validation.time_regression_threshold_pct)
                  Exceeded by: 639 µs
                  Noise:       smallest change from the baseline that this run could tell 14.2 %
                  Reproduce:   dotnet test tests/Perf.Regression -c Release --filter FullyQualifiedName~ValidationTests.C
                  Accept:      dotnet perf baseline accept artifacts/perf/Perf.Regression/run.json --test ValidationTests.C --reason "…"
                ```

                - ValidationTests.C, time: too close
                - ValidationTests.B, time: no baseline

                <details><summary>2 pass</summary>

                | verdict | test | metric | measured | limit | ratio | effort | seconds | from |
                |---|---|---|---|---|---|---|---|---|
                | Pass | ValidationTests.A | time | 1 s | 2 s | ×0.500 [0.400 … 0.600] | 1 launch, 12 samples | 2.3 | [MaxDuration(2)] |
                | Pass | ValidationTests.B | time | 1 s | 2 s | ×0.500 [0.400 … 0.600] | 1 launch, 12 samples | 2.3 | [MaxDuration(2)] |

                </details>

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

        summary.ShouldContain("\n- ValidationTests.A, time: too close; noise: pairs 3.8 %, rounds 1.6 %; smallest change that this run could tell 14.2 %\n");
        summary.ShouldContain("\n  Noise:       pairs 3.8 %, rounds 1.6 %; smallest change that this run could tell 14.2 %\n");
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
            .ShouldContain("\n  Where:       forward +25.0 %, load −10.0 %\n");

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

    [Test]
    public void AMessageIsFencedWhateverItsNames()
    {
        string summary = SummaryOf(SomeRun.Of(SomeRun.Record("```\n# forged", SomeRun.Slower)));

        summary.ShouldContain("\n````text\nValidation time regression");
        summary.ShouldContain("\n````\n");
    }

    [Test]
    public void WhatImprovedProposesATighterBaseline()
    {
        string summary = SummaryOf(SomeRun.Of(SomeRun.Record("A", SomeRun.Slower with { Verdict = Verdict.Pass, IsImproved = true, Current = 0.01 })));

        summary.ShouldStartWith("# Performance: 1 pass (1 improved)\n");
        summary.ShouldContain("\n## Improved beyond noise\n\n- ValidationTests.A, time: 12.31 ms → 10 ms (×1.152); to hold it: dotnet perf baseline accept ");
    }

    [Test]
    public void OfSeveralRunsEachRowSaysOfWhich()
    {
        RunDocument one = RunDocument.Of(SomeRun.Of(SomeRun.Record("A", SomeRun.Slower)));
        RunDocument other = RunDocument.Of(SomeRun.Of(SomeRun.Record("B", SomeRun.Kept))) with { Environment = "gpu", Shard = "2/3" };

        string summary = Summary.Of([one, other]);

        summary.ShouldStartWith("# Performance: 1 regressed, 1 pass\n");
        summary.ShouldContain(" · environment gpu · shard 2/3 · strict · ");
        summary.ShouldContain("time_regression_threshold_pct | cpu, Some CPU, family 25 model 17 |\n");
        summary.ShouldContain("| [MaxDuration(2)] | gpu 2/3, Some CPU, family 25 model 17 |\n");
    }

    private static string SummaryOf(Run run) => Summary.Of(RunDocument.Of(run));
}
