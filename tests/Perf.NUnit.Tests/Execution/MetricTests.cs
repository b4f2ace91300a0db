using NUnit.Framework;
using NUnit.Framework.Interfaces;
using Perf.TestData;
using Shouldly;

namespace Perf.Tests.Execution;

[NonParallelizable]
public sealed class MetricTests
{
    [TestCase("AllocatesNothing")]
    [TestCase("CaseAllocatesNothing(100)")]
    public void ABodyThatAllocatesNothingKeepsALimitOfZero(string test)
    {
        ITestResult result = RunFixture.One<AllocationFixture>(test);

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    [Test]
    public void AllocationsBeyondTheLimitAreRedAtOnce()
    {
        ITestResult result = RunFixture.One<AllocationFixture>("AllocatesAKilobyte");

        result.ResultState.Status.ShouldBe(TestStatus.Failed);
        result.Message.ShouldContain("1 launch");
        result.Message.ShouldContain("Limit:       0 B");
    }

    [Test]
    public void TheStricterOfAttributeAndFileIsEnforced() =>
        RunFixture.One<AllocationFixture>("LooserThanTheFile").ResultState.Status.ShouldBe(TestStatus.Failed);

    [TestCase("Throughput", "{item}/s")]
    [TestCase("TailRatio", "p95_to_mean")]
    [TestCase("HitRate", "100 %")]
    [TestCase("Metrics", "data.score")]
    public void InstrumentsAreReadFromTheSubjectsOwnMeter(string test, string inTheTable)
    {
        ITestResult result = RunFixture.One<MeterFixture>(test);

        result.ResultState.Status.ShouldNotBe(TestStatus.Failed, result.Message);
        result.Output.ShouldContain(inTheTable);
    }

    [Test]
    public void AScoreBelowItsFloorIsRedAtOnce()
    {
        ITestResult result = RunFixture.One<MeterFixture>("ScoreTooLow");

        result.ResultState.Status.ShouldBe(TestStatus.Failed);
        result.Message.ShouldContain("falls below its limit: 0.9 (at least 0.99)");
    }

    [TestCase("NothingRecorded", "data.silent")]
    [TestCase("NoSuchInstrument", "data.nowhere")]
    public void AnInstrumentThatRecordedNothingIsAnErrorThatListsThoseSeen(string test, string instrument)
    {
        ITestResult result = RunFixture.One<MeterFixture>(test);

        result.ResultState.ShouldBe(ResultState.Error);
        result.Message.ShouldContain($"instrument {instrument} recorded nothing");
        result.Message.ShouldContain("data.batch.duration");
        result.Message.ShouldContain("stage=forward");
    }

    [Test]
    public void OnlyTheProcesssOwnMemoryIsRed()
    {
        RunFixture.One<MemoryFixture>("BeyondTheLimit").ResultState.Status.ShouldBe(TestStatus.Failed);
        RunFixture.One<MemoryFixture>("WithinTheLimit").ResultState.Status.ShouldNotBe(TestStatus.Failed);
    }

    [Test]
    public void AGpuTestIsSkippedWithAReasonWhereThereIsNoGpu()
    {
        if (Perf.Measurement.MachineProbes.OfThisMachine.Device.IsAvailable)
        {
            Assert.Ignore("this machine has a GPU");
        }

        ITestResult result = RunFixture.One<MemoryFixture>("OnTheDevice");

        result.ResultState.ShouldBe(ResultState.Ignored);
        result.Message.ShouldContain("device memory is not available");
    }
}
