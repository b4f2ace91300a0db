using NUnit.Framework;
using Perf.Measurement.Devices;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

/// <summary>Which device a probe is of.</summary>
[TestFixture]
public sealed class NvmlDeviceTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("1")]
    [TestCase("GPU-10111213-1415-1617-1819-1a1b1c1d1e1f")]
    public void ADeviceIsFoundByIndexAndByUuid(string device)
    {
        using NvmlProbe probe = Open(device);

        probe.ReadMemory()!.Value.Device.ShouldBe("Stand-in Two");
    }

    [TestCase("2")]
    [TestCase("GPU-three")]
    public void AnUnknownDeviceIsNotAvailable(string device)
    {
        using NvmlProbe probe = Open(device);

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe($"the device '{device}' is not found: NVML answers 6 (Not Found)");
        probe.ReadMemory().ShouldBeNull();
    }

    [Test]
    public void TheProbeTurnsToTheDeviceThatCudaNamesByItsUuid()
    {
        using NvmlProbe probe = Open("0");

        probe.TurnTo(new DeviceIdentity("whatever", "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f"));

        DeviceMemoryReading reading = probe.ReadMemory()!.Value;
        (reading.Device, reading.BeforeBytes).ShouldBe(("Stand-in Two", 5L << 30));
    }

    [TestCase(null, "without a UUID")]
    [TestCase("GPU-of-another-machine", "GPU-of-another-machine")]
    public void OfADeviceThatNvmlDoesNotKnowNothingIsToldRatherThanAnothers(string? uuid, string told)
    {
        using NvmlProbe probe = Open("0");

        probe.TurnTo(new DeviceIdentity("Some GPU", uuid));

        probe.ReadMemory().ShouldBeNull();
        probe.ReadState().ShouldBeNull();
        probe.WhyNot.ShouldBe($"NVML does not know the device that the process uses (Some GPU, {told})");
        probe.TurnTo(new DeviceIdentity("Some GPU", "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f"));
        probe.ReadMemory()!.Value.Device.ShouldBe("Stand-in Two");
    }

    [Test]
    public void TheOnlyDeviceIsTheOneThatTheProcessUsesWhateverItsUuid()
    {
        using NvmlProbe probe = Open("0", "DEVICES=1");

        probe.TurnTo(new DeviceIdentity("Some GPU", "GPU-of-another-world"));

        probe.ReadMemory()!.Value.Device.ShouldBe("Stand-in One");
    }

    [Test]
    public void APartitionHasItsOwnMemoryAndTheClocksOfItsDevice()
    {
        string library = DeviceStandIn.Compile(_folder.Path, "PARTITION", "REASONS=0x4");
        using NvmlProbe probe = new("0", library);
        using StandInSubject subject = new(library);
        subject.Use(0);

        probe.TurnTo(new CudaWork(library).Device!);

        DeviceMemoryReading memory = probe.ReadMemory()!.Value;
        (memory.Device, memory.TotalBytes).ShouldBe(("Stand-in One MIG 1g.10gb", 10L << 30));
        DeviceState state = probe.ReadState()!.Value;
        (state.Device, state.ClockMegahertz, state.Throttling).ShouldBe(("Stand-in One MIG 1g.10gb", 1980, ThrottleReasons.PowerCap));
    }

    [Test]
    public void ADeviceIsFoundByTheBeginningOfItsUuid()
    {
        using NvmlProbe probe = Open("GPU-1011");

        probe.ReadMemory()!.Value.Device.ShouldBe("Stand-in Two");
    }

    [Test]
    public void OfADeviceThatNobodyLookedAtBeforeNothingIsSubtracted()
    {
        using NvmlProbe probe = Open("0", "WITHOUT_COUNT");

        probe.TurnTo(new DeviceIdentity("whatever", "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f"));

        probe.ReadMemory()!.Value.AddedBytes.ShouldBeNull();
    }

    private NvmlProbe Open(string device, params string[] definitions) =>
        new(device, DeviceStandIn.Compile(_folder.Path, definitions));
}
