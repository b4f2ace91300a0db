using NUnit.Framework;
using Perf.Measurement.Probes;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

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
        probe.Read().ShouldBe(new DeviceMemoryReading("Stand-in One", 5L << 30, 80L << 30, 3L << 20));
    }

    [TestCase("1")]
    [TestCase("GPU-two")]
    public void ADeviceIsFoundByIndexAndByUuid(string device)
    {
        using NvmlProbe probe = Open(device);

        probe.Read()!.Device.ShouldBe("Stand-in Two");
    }

    [TestCase("2")]
    [TestCase("GPU-three")]
    public void AnUnknownDeviceIsNotAvailable(string device)
    {
        using NvmlProbe probe = Open(device);

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe($"the device '{device}' is not found: NVML answers 6 (Not Found)");
        probe.Read().ShouldBeNull();
    }

    [Test]
    public void AListOfManyProcessesIsReadWhole()
    {
        using NvmlProbe probe = Open("0", "PROCESSES=100");

        probe.Read()!.OwnBytes.ShouldBe(3L << 20);
        probe.Read()!.OwnBytes.ShouldBe(3L << 20);
    }

    [TestCase("WITHOUT_PROCESSES")]
    [TestCase("OWN=~0ull")]
    public void AShareThatTheDriverDoesNotTellIsUnknown(string definition)
    {
        using NvmlProbe probe = Open("0", definition);

        DeviceMemoryReading reading = probe.Read().ShouldNotBeNull();
        reading.OwnBytes.ShouldBeNull();
        reading.UsedBytes.ShouldBe(5L << 30);
    }

    [Test]
    public void ADriverThatDoesNotStartIsTheReason()
    {
        using NvmlProbe probe = Open("0", "INIT=9");

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("nvmlInit_v2 answers 9 (Driver Not Loaded)");
        probe.Read().ShouldBeNull();
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
        using NvmlProbe probe = Open("0", "LOST_AFTER=1");

        probe.Read().ShouldNotBeNull();
        probe.Read().ShouldBeNull();
        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("nvmlDeviceGetMemoryInfo answers 15 (GPU is lost)");
        probe.Read().ShouldNotBeNull();
        probe.IsAvailable.ShouldBeTrue();
    }

    [Test]
    public void AnAbsentLibraryIsTheReason()
    {
        using var probe = new NvmlProbe("0", "libabsent-nvml.so.1");

        probe.IsAvailable.ShouldBeFalse();
        probe.WhyNot.ShouldBe("the library libabsent-nvml.so.1 cannot be loaded");
        probe.Read().ShouldBeNull();
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

        probe.Read().ShouldBeNull();
        probe.WhyNot.ShouldBe("the probe is closed");
    }

    private NvmlProbe Open(string device, params string[] definitions) =>
        new(device, NvmlStandIn.Compile(_folder.Path, definitions));
}
