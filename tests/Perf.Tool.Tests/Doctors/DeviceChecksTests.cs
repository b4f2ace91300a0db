using NUnit.Framework;
using Perf.Measurement.Devices;
using Perf.Tool.Doctors;
using Shouldly;

namespace Perf.Tool.Tests.Doctors;

[TestFixture]
public sealed class DeviceChecksTests
{
    private static readonly DeviceState Good = new("Some GPU", "570.86", 1980, 700, 45, ThrottleReasons.None);

    [Test]
    public void ADeviceIsToldWithItsClockAndDriver()
    {
        Finding[] findings = Of(Good, usedBytes: 1 << 29);

        findings.ShouldAllBe(finding => finding.Level == FindingLevel.Ok);
        findings.Select(finding => (finding.Name, finding.Found)).ShouldBe(
        [
            ("device", "Some GPU, 1980 MHz, power limit 700 W, 45 °C, driver 570.86"),
            ("device throttling", "none"),
            ("device memory", "512 MiB of 80 GiB used"),
        ]);
    }

    [Test]
    public void AThrottledDeviceIsUnfitAndTheReasonIsNamed()
    {
        Finding throttling = Of(Good with { Throttling = ThrottleReasons.HardwareThermal }, 0)[1];

        (throttling.Level, throttling.Found).ShouldBe((FindingLevel.Bad, "heat, by the hardware"));
        throttling.Remedy!.ShouldContain("nvidia-smi --lock-gpu-clocks");
    }

    [Test]
    public void NeighboursOnTheDeviceAreAWarning() => Of(Good, 5L << 30)[2].Level.ShouldBe(FindingLevel.Warning);

    [Test]
    public void WhatTheDriverDoesNotTellIsUnknown()
    {
        Finding[] findings = Of(new DeviceState("Some GPU", null, null, null, null, null), usedBytes: null);

        findings.Select(finding => finding.Level).ShouldBe([FindingLevel.Ok, FindingLevel.Unknown, FindingLevel.Unknown]);
    }

    [TestCase(null)]
    [TestCase("cpu")]
    public void AMachineWithoutADeviceIsFitForWhatNeedsNone(string? environment)
    {
        Finding device = DeviceChecks.Of(new Device(null, null, "libnvidia-ml.so.1 is not on this machine"), environment).ShouldHaveSingleItem();

        (device.Level, device.Name, device.Found).ShouldBe((FindingLevel.Ok, "device", "none: libnvidia-ml.so.1 is not on this machine"));
    }

    [Test]
    public void InTheEnvironmentOfAGpuAMachineWithoutADeviceIsUnfit()
    {
        Finding device = DeviceChecks.Of(new Device(null, null, "nvmlInit_v2 answers 9 (Driver Not Loaded)"), "gpu-large").ShouldHaveSingleItem();

        (device.Level, device.Found).ShouldBe((FindingLevel.Bad, "none: nvmlInit_v2 answers 9 (Driver Not Loaded)"));
        device.Meaning.ShouldBe("the environment is gpu-large: strict mode fails what promises something about a device");
    }

    [Test]
    public void WhyTheMemoryIsUnknownIsSaid() =>
        DeviceChecks.Of(new Device(Good, null, "nvmlDeviceGetMemoryInfo answers 15 (GPU is lost)"), null).Last().Found
            .ShouldBe("unknown here: nvmlDeviceGetMemoryInfo answers 15 (GPU is lost)");

    private static Finding[] Of(DeviceState? state, long? usedBytes) => [.. DeviceChecks.Of(new Device(state, usedBytes), environment: null)];

    private sealed class Device(DeviceState? state, long? usedBytes, string whyNot = "") : IDeviceProbe
    {
        public bool IsAvailable => state is not null;

        public string WhyNot => whyNot;

        public void TurnTo(DeviceIdentity device)
        {
        }

        public DeviceMemoryReading? ReadMemory() => usedBytes is { } used ? new DeviceMemoryReading("Some GPU", used, 80L << 30, null) : null;

        public DeviceState? ReadState() => state;

        public void Dispose()
        {
        }
    }
}
