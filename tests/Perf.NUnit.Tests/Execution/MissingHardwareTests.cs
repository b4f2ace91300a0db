using NUnit.Framework;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Tests.Files;
using Perf.Tests.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Execution;

[TestFixture]
public sealed class MissingHardwareTests
{
    private static readonly Objective Memory =
        new(Metric.GpuMemory, new Reading.DeviceMemory(InGigabytes: true), new Bound(BoundKind.AtMost, 1), new Origin("[MaxGpuMemory]", Threshold: null), TolerancePercent: 2);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void MemoryOfADeviceThatTheProcessDoesNotUseIsNoPromiseKept()
    {
        string library = DeviceStandIn.Compile(_folder.Path);
        using NvmlProbe device = new("0", library);
        MachineProbes probes = MachineProbes.OfThisMachine with { Device = device, Work = new CudaWork(library) };

        MissingHardware.Reason(Memory, probes).ShouldBe("the memory of a CUDA device is promised, and this process has given none anything to do");

        using StandInSubject subject = new(library);
        subject.Use(0);
        MissingHardware.Reason(Memory, probes).ShouldBeNull();
    }

    [Test]
    public void ADeviceThatOnceDidNotAnswerIsAskedAnew()
    {
        string library = DeviceStandIn.Compile(_folder.Path, "LOST_AFTER=2");
        using NvmlProbe device = new("0", library);
        using StandInSubject subject = new(library);
        subject.Use(0);
        MachineProbes probes = MachineProbes.OfThisMachine with { Device = device, Work = new CudaWork(library) };

        MissingHardware.Reason(Memory, probes).ShouldBe("device memory is not available: nvmlDeviceGetMemoryInfo answers 15 (GPU is lost)");
        MissingHardware.Reason(Memory, probes).ShouldBeNull();
    }
}
