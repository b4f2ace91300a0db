using NUnit.Framework;
using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Objectives;
using Perf.Tests.Runs;
using Shouldly;

namespace Perf.Tests.Reporting;

[TestFixture]
public sealed class JudgementTableTests
{
    [Test]
    public void ATableIsAlignedAndWhatElseIsKnownOfTheJudgedStandsBelow()
    {
        Judgement allocations =
            new(SomeObjectives.Allocations, Verdict.Pass) { Current = 512, Limit = 1024, IsImproved = true, Reason = "of four" };
        Judgement throughput = new(SomeObjectives.Throughput, Verdict.Pass) { Current = 5, Limit = 4 };

        TableOf(SomeRun.Kept, SomeRun.Unknown, allocations, throughput).ShouldBe(
            """
            metric                        verdict             measured     limit          ratio to it                       from
            time                          Pass                1 s          ≤ 2 s          ×0.500 [0.400 … 0.600], 1 launch  [MaxDuration(2)]
            time                          NotComparable: new  –            –              –                                 [MaxRegression(10)]
            allocated_bytes               Pass, improved      512 B        ≤ 1 KiB        exact                             [MaxAllocations(1024)]
            throughput (receipts.images)  Pass                5 {image}/s  ≥ 4 {image}/s  exact                             [MinThroughput(4)]
            allocated_bytes: of four
            """);
    }

    [Test]
    public void WhatTwoLimitsOfOneMetricKnowAlikeIsSaidOnce()
    {
        Judgement much = new(SomeObjectives.Allocations, Verdict.Pass) { Current = 512, Limit = 1024, Reason = "of four" };

        TableOf(much, much with { Limit = 2048 }).Split('\n').Count(line => line == "allocated_bytes: of four").ShouldBe(1);
    }

    [Test]
    public void SeveralLaunchesAreCounted() =>
        TableOf(SomeRun.Slower).ShouldContain("×1.047 [0.990 … 1.107], 2 launches  ");

    private static string TableOf(params Judgement[] judgements) => JudgementTable.Of([.. judgements.Select(JudgementDocument.Of)]);
}
