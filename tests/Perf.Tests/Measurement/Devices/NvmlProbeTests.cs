using NUnit.Framework;
using Perf.Measurement.Devices;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class NvmlProbeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void TheDeviceIsReadWithTheShareOfThisProcess()
    {
        using NvmlProbe probe = Open("0");

        probe.WhyNot.ShouldBe("");
        probe.IsAvailable.ShouldBeTrue();
        probe.ReadMemory().ShouldBe(new DeviceMemoryReading("Stand-in One", 5L << 30, 80L << 30, 3L << 20)
        {
            BeforeBytes = 5L << 30,
            OtherProcesses = 1,
        });
    }

    [Test]
    public void AListOfManyProcessesIsReadWhole()
    {
        using NvmlProbe probe = Open("0", "PROCESSES=100");

        probe.ReadMemory()!.Value.OwnBytes.ShouldBe(3L << 20);
        probe.ReadMemory()!.Value.OwnBytes.ShouldBe(3L << 20);
    }

    [TestCase("WITHOUT_PROCESSES")]
    [TestCase("OWN=~0ull")]
    public void AShareThatTheDriverDoesNotTellIsUnknown(string definition)
    {
        using NvmlProbe probe = Open("0", definition);

        DeviceMemoryReading reading = probe.ReadMemory()!.Value;
        reading.OwnBytes.ShouldBeNull();
        reading.UsedBytes.ShouldBe(5L << 30);
    }

    [Test]
    public void ADriverThatDoesNotStartIsTheReason()
    {
        using NvmlProbe probe = Open("0", "INIT=9");

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("nvmlInit_v2 answers 9 (Driver Not Loaded)");
        probe.ReadMemory().ShouldBeNull();
    }

    [Test]
    public void AMissingFunctionIsTheReason()
    {
        using NvmlProbe probe = Open("0", "WITHOUT_MEMORY");

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("the library has no function nvmlDeviceGetMemoryInfo");
    }

    [Test]
    public void ADeviceThatVanishesIsToldAndMayComeBack()
    {
        using NvmlProbe probe = Open("0", "LOST_AFTER=3");

        probe.ReadMemory().ShouldNotBeNull();
        probe.ReadMemory().ShouldBeNull();
        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("nvmlDeviceGetMemoryInfo answers 15 (GPU is lost)");
        probe.ReadMemory().ShouldNotBeNull();
        probe.IsAvailable.ShouldBeTrue();
    }

    [Test]
    public void AnAbsentLibraryIsTheReason()
    {
        using var probe = new NvmlProbe("0", "libabsent-nvml.so.1");

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("the library libabsent-nvml.so.1 cannot be loaded");
        probe.ReadMemory().ShouldBeNull();
    }

    [Test]
    public void AFileThatIsNoLibraryIsTheReason()
    {
        File.WriteAllText(_folder["rubbish.so"], "rubbish");
        using var probe = new NvmlProbe("0", _folder["rubbish.so"]);

        probe.WhyNot.ShouldContain("cannot be loaded");
    }

    [Test]
    public void AClosedProbeIsNotAvailableAndMayBeClosedAgain()
    {
        NvmlProbe probe = Open("0");
        probe.Dispose();
        probe.Dispose();

        probe.ReadMemory().ShouldBeNull();
        probe.WhyNot.ShouldBe("the probe is closed");
    }

    [Test]
    public void WhatComesToBeUsedIsToldFromWhatWasUsedBefore()
    {
        string library = DeviceStandIn.Compile(_folder.Path, "OWN_PID=4026531836");
        using var probe = new NvmlProbe("0", library);
        using StandInSubject subject = new(library);

        subject.Allocate(2L << 30);

        DeviceMemoryReading reading = probe.ReadMemory()!.Value;
        (reading.OwnBytes, reading.OtherProcesses, reading.AddedBytes).ShouldBe((null, null, 2L << 30));
        subject.Free(2L << 30);
    }

    [Test]
    public void WhatANeighbourHasFreedIsNoRoomOfThisProcess()
    {
        string library = DeviceStandIn.Compile(_folder.Path, "OWN_PID=4026531836");
        using StandInSubject subject = new(library);
        subject.Allocate(2L << 30);
        using var probe = new NvmlProbe("0", library);

        subject.Free(2L << 30);
        probe.ReadMemory()!.Value.AddedBytes.ShouldBe(0);
        subject.Allocate(2L << 30);

        probe.ReadMemory()!.Value.AddedBytes.ShouldBe(2L << 30);
    }

    [TestCase("WITHOUT_SECOND")]
    [TestCase("THIRD=larger_process")]
    public void TheProcessesAreListedByEitherVersion(string definition)
    {
        using NvmlProbe probe = Open("0", definition, "PROCESSES=12");

        probe.ReadMemory()!.Value.OwnBytes.ShouldBe(3L << 20);
    }

    [TestCase("nvmlDeviceGetCurrentClocksEventReasons")]
    [TestCase("nvmlDeviceGetCurrentClocksThrottleReasons")]
    public void ClocksPowerAndHeatAreReadByTheNewNameAndTheOld(string name)
    {
        using NvmlProbe probe = Open("0", $"REASONS_NAME={name}", "REASONS=0x25");

        // Idleness, 0x1, is no throttling.
        probe.ReadState().ShouldBe(new DeviceState(
            "Stand-in One", "570.86", 1980, 700, 45, ThrottleReasons.PowerCap | ThrottleReasons.SoftwareThermal));
    }

    [Test]
    public void WhatADriverDoesNotTellIsUnknown()
    {
        using NvmlProbe probe = Open("0", "WITHOUT_CLOCKS");

        probe.IsAvailable.ShouldBeTrue();
        probe.ReadState().ShouldBe(new DeviceState("Stand-in One", null, null, null, null, null));
    }

    private NvmlProbe Open(string device, params string[] definitions) =>
        new(device, DeviceStandIn.Compile(_folder.Path, definitions));
}
