using NUnit.Framework;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class ExactJudgeTests
{
    private const long Gibibyte = 1L << 30;

    private static readonly LaunchSamples Samples = SomeSamples.Lasting(0.1, 0.1, 0.1);

    [TestCase(1023, Verdict.Pass)]
    [TestCase(1024, Verdict.Pass)]
    [TestCase(1025, Verdict.Regressed)]
    public void ALimitIsKeptUpToItself(double bytes, Verdict expected)
    {
        Judgement judgement =
            Tell(SomeObjectives.Allocations, Samples with { AllocatedBytes = [bytes, bytes, bytes] });

        judgement.Verdict.ShouldBe(expected);
        judgement.Current.ShouldBe(bytes);
        judgement.Limit.ShouldBe(1024);
    }

    [Test]
    public void TheLeastAllocationCounts() =>
        Tell(SomeObjectives.Allocations, Samples with { AllocatedBytes = [90_000, 512, 4096] }).Current.ShouldBe(512);

    [Test]
    public void OneLaunchIsAllTheEvidence()
    {
        Judgement judgement = Tell(SomeObjectives.Allocations, Samples);

        (judgement.Launches, judgement.Samples, judgement.Seconds).ShouldBe((1, 3, 0.75 + 1.5));
        (judgement.Decision, judgement.Ratio, judgement.SmallestDetectablePercent).ShouldBe((null, null, null));
    }

    [TestCase(900, Verdict.Pass, true)]
    [TestCase(1000, Verdict.Pass, false)]
    [TestCase(1100, Verdict.Pass, false)]
    [TestCase(1101, Verdict.Regressed, false)]
    public void ARegressionIsToldExactlyAndAnImprovementToo(double bytes, Verdict expected, bool improved)
    {
        BaselineEvidence baseline = new(1000, "baselines/cpu.json", AllowedPercent: 10);

        Judgement judgement = ExactJudge.Tell(
            SomeObjectives.AllocationRegression,
            new Target.Limit(1100, baseline),
            Samples with { AllocatedBytes = [bytes] });

        (judgement.Verdict, judgement.IsImproved).ShouldBe((expected, improved));
        judgement.Baseline.ShouldBeSameAs(baseline);
    }

    [TestCase(79, 100, Verdict.Regressed)]
    [TestCase(80, 100, Verdict.Pass)]
    public void AHitRateIsHitsInPercentOfLookups(long hits, long lookups, Verdict expected)
    {
        Judgement judgement = Tell(SomeObjectives.HitRate, Samples with { Hits = new HitCount(hits, lookups) });

        judgement.Verdict.ShouldBe(expected);
        judgement.Current.ShouldBe(hits);
    }

    [Test]
    public void AHitRateWithoutLookupsIsAnErrorThatNamesTheWarmUp()
    {
        foreach (HitCount? hits in new HitCount?[] { null, new HitCount(0, 0) })
        {
            Should.Throw<MeasurementException>(() => Tell(SomeObjectives.HitRate, Samples with { Hits = hits }))
                .Message.ShouldBe(
                    "no cache lookup was counted after 2 warm-up batches: "
                    + "lower warmup_batches or give the body more batches");
        }
    }

    [TestCase(0.89, Verdict.Regressed)]
    [TestCase(0.91, Verdict.Pass)]
    public void AnInstrumentIsJudgedByItsMedian(double median, Verdict expected)
    {
        LaunchSamples samples = SomeSamples.Recording("receipts.score", 0.1, median, 1);

        Tell(SomeObjectives.Score, samples).Verdict.ShouldBe(expected);
    }

    [Test]
    public void TooMuchMemoryOfItsOwnIsRed()
    {
        Judgement judgement = Tell(SomeObjectives.ProcessMemory, Memory(ownGibibytes: 9, machineGibibytes: 10));

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Current.ShouldBe(90);
        judgement.Reason.ShouldBe("cgroup peak 9 GiB of 10 GiB, machine 10 GiB of 20 GiB");
    }

    [Test]
    public void AMachineThatNeighboursFillIsInconclusive()
    {
        Judgement judgement = Tell(SomeObjectives.ProcessMemory, Memory(ownGibibytes: 1, machineGibibytes: 17));

        judgement.Verdict.ShouldBe(Verdict.Inconclusive);
        judgement.Current.ShouldBe(85);
        judgement.Reason.ShouldContain("neighbours have a share in that; close other programs and run again");
    }

    [Test]
    public void EnoughMemoryPassesWithTheHigherOfBothShares() =>
        Tell(SomeObjectives.ProcessMemory, Memory(ownGibibytes: 2, machineGibibytes: 10))
            .ShouldSatisfyAllConditions(
                judgement => judgement.Verdict.ShouldBe(Verdict.Pass),
                judgement => judgement.Current.ShouldBe(50));

    [Test]
    public void MemoryThatWasNotWatchedIsAnError() =>
        Should.Throw<MeasurementException>(() => Tell(SomeObjectives.ProcessMemory, Samples));

    private static Judgement Tell(Objective objective, LaunchSamples samples) =>
        ExactJudge.Tell(objective, new Target.Limit(objective.Bound.Value), samples);

    private static LaunchSamples Memory(long ownGibibytes, long machineGibibytes) => Samples with
    {
        Memory = new MemoryReading(
            ownGibibytes * Gibibyte,
            MemoryProbe.CgroupScope,
            10 * Gibibyte,
            machineGibibytes * Gibibyte,
            20 * Gibibyte),
    };
}
