using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Devices;

/// <summary>What a user sees of tests whose bodies work on a device; times are the device's own, so that no neighbour decides.</summary>
[Parallelizable(ParallelScope.Self), Platform("Linux")]
public sealed class DeviceTests
{
    private const string Fixture = "FullyQualifiedName~DeviceFixture";

    private static readonly Lazy<DuetRun> Everyday = new(() =>
    {
        using DeviceRun run = new();
        return run.Alone($"{Fixture}&Name!=BreaksTheDevice");
    });

    private static TrxResult Of(string test) => Everyday.Value.Test(test);

    [Test]
    public void ABodyThatReturnsAtOnceTakesAsLongAsItsDevice()
    {
        TrxResult late = Of("ReturnsAtOnceAndIsDoneTooLate");

        late.Outcome.ShouldBe("Failed");
        late.Message.ShouldMatch(@"^Time exceeds its limit: 1\d\.\d+ ms \(at most 5 ms\)");
        late.Message.ShouldContain("Device:      Stand-in One, 1980 MHz, power limit 700 W, 45 °C, not throttled");
        late.Message.ShouldContain(" -c Release -e PERF_ENVIRONMENT=gpu --filter FullyQualifiedName~DeviceFixture.ReturnsAtOnceAndIsDoneTooLate");
        Of("IsDoneInTime").Outcome.ShouldBe("Passed", Of("IsDoneInTime").Message);
    }

    [Test]
    public void APeakOfMemoryThatIsGoneWhenTheBodyReturnsIsRed()
    {
        TrxResult much = Of("TakesAndFreesTwoGigabytes");

        much.Outcome.ShouldBe("Failed");
        much.Message.ShouldContain("GPU memory exceeds its limit: 2 GiB (at most 1 GiB)");
        much.Message.ShouldContain("Stand-in One: 7 GiB of 80 GiB used, 2 GiB by this process");
        Of("TakesHalfAGigabyte").Outcome.ShouldBe("Passed", Of("TakesHalfAGigabyte").Message);
    }

    [Test]
    public void WhereTheDriverTellsNoShareTwoProcessesAgree()
    {
        // As in a container: this process stands in the list under a number that it does not know.
        using DeviceRun run = new("OWN_PID=4026531836");

        DuetRun result = run.Alone($"{Fixture}&Name~Gigabyte");

        TrxResult much = result.Test("TakesAndFreesTwoGigabytes");
        much.Outcome.ShouldBe("Failed");
        much.Message.ShouldContain("2 GiB of them since this process began; the driver does not tell its share; 2 launches");
        result.Test("TakesHalfAGigabyte").Outcome.ShouldBe("Passed", result.Test("TakesHalfAGigabyte").Message);
    }

    [Test]
    public void AThrottledRunIsInconclusiveWithTheReason()
    {
        using DeviceRun run = new("REASONS=0x44", "CLOCK=1200");

        TrxResult late = run.Alone($"{Fixture}&Name=ReturnsAtOnceAndIsDoneTooLate", ("PERF_BUDGET", "5")).Test("ReturnsAtOnceAndIsDoneTooLate");

        late.Outcome.ShouldBe("NotExecuted");
        late.Message.ShouldContain("Time not judged (Inconclusive): Stand-in One was throttled for 100 % of the time (power limit, heat, by the hardware)");
        late.Message.ShouldContain("let it cool, or set a clock that it can hold");
    }

    [Test]
    public void ADeviceThatFailsIsAnErrorThatSaysWhat()
    {
        using DeviceRun run = new();

        TrxResult broken = run.Alone($"{Fixture}&Name=BreaksTheDevice").Test("BreaksTheDevice");

        broken.Outcome.ShouldBe("Failed");
        broken.Message.ShouldContain("Stand-in One: cuCtxSynchronize answers 700 (an illegal memory access was encountered)");
    }

    [Test]
    public void InTheEnvironmentOfAGpuStrictModeIsRedForADeviceThatVanishes()
    {
        // Both devices are looked at before, the one in use before each of the two promises, and never again.
        using DeviceRun run = new("LOST_FOREVER=4");

        TrxResult strict = run.Alone($"{Fixture}&Name=TakesHalfAGigabyte", ("PERF_CI", "true")).Test("TakesHalfAGigabyte");

        strict.Outcome.ShouldBe("Failed");
        strict.Message.ShouldContain("device memory is not available: nvmlDeviceGetMemoryInfo answers 15 (GPU is lost)");
    }

    [Test]
    public void AProcessThatUsesNoDevicePassesNothingByItsMemory()
    {
        using DeviceRun run = new();

        TrxResult idle = run.Alone("FullyQualifiedName~IdleFixture", ("PERF_CI", "true")).Test("UsesNoDevice");

        idle.Outcome.ShouldBe("Failed");
        idle.Message.ShouldContain("this process has given none anything to do");
    }

    [Test]
    public void InTheEnvironmentOfAGpuStrictModeIsRedWithoutItsDriver()
    {
        // The management library does not start: the machine lost its driver.
        using DeviceRun run = new("INIT=9");

        TrxResult strict = run.Alone($"{Fixture}&Name=TakesHalfAGigabyte", ("PERF_CI", "true")).Test("TakesHalfAGigabyte");
        TrxResult elsewhere = run.Alone($"{Fixture}&Name=TakesHalfAGigabyte", ("PERF_CI", "true"), ("PERF_ENVIRONMENT", "cpu")).Test("TakesHalfAGigabyte");

        strict.Outcome.ShouldBe("Failed");
        strict.Message.ShouldContain("device memory is not available: nvmlInit_v2 answers 9 (Driver Not Loaded)");
        elsewhere.Outcome.ShouldBe("NotExecuted");
        elsewhere.Message.ShouldContain("NotComparable: no device");
    }
}
