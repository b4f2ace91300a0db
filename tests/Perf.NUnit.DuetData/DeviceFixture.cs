using System.Globalization;
using System.Runtime.InteropServices;
using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Bodies on a device that a test's stand-in for its driver makes up: they return at once, and the device works on.</summary>
[TestFixture]
public sealed partial class DeviceFixture
{
    private const string Driver = "libcuda.so.1";

    // How long the device works: a slower one is planted from outside.
    private static readonly int Milliseconds =
        int.Parse(Environment.GetEnvironmentVariable("DEVICE_MS") ?? "10", CultureInfo.InvariantCulture);

    [OneTimeSetUp]
    public void UseTheDevice() => Use(0);

    [Test, MaxDuration(0.020)]
    public void IsDoneInTime() => Work(10_000);

    [Test, MaxDuration(0.005)]
    public void ReturnsAtOnceAndIsDoneTooLate() => Work(10_000);

    [Test, MaxGpuMemory(50, Gigabytes = 1)]
    public void TakesAndFreesTwoGigabytes()
    {
        Allocate(2ul << 30);
        Thread.Sleep(60);
        Free(2ul << 30);
    }

    [Test, MaxGpuMemory(50, Gigabytes = 1)]
    public void TakesHalfAGigabyte()
    {
        Allocate(1ul << 29);
        Thread.Sleep(60);
        Free(1ul << 29);
    }

    [Test, MaxDuration(5)]
    public void BreaksTheDevice() => Fail(700);

    [Test, MaxRegression(10), MaxRegression(10, Metric = "gpu_time"), PerfControl(typeof(DeviceControl))]
    public void Computes() => Work(Milliseconds * 1000);

    [Test, MaxRegression(10, Metric = "gpu_time")]
    public void ComputesTwice() => Work(Side.IsHead ? 4_000 : 2_000);

    [LibraryImport(Driver, EntryPoint = "standin_use")]
    private static partial void Use(int device);

    [LibraryImport(Driver, EntryPoint = "standin_work")]
    internal static partial void Work(int microseconds);

    [LibraryImport(Driver, EntryPoint = "standin_allocate")]
    private static partial void Allocate(ulong bytes);

    [LibraryImport(Driver, EntryPoint = "standin_free")]
    private static partial void Free(ulong bytes);

    [LibraryImport(Driver, EntryPoint = "standin_fail")]
    private static partial void Fail(int code);
}

/// <summary>A body on the processor that promises something of a device.</summary>
[TestFixture]
public sealed class IdleFixture
{
    [Test, MaxGpuMemory(50, Gigabytes = 1)]
    public void UsesNoDevice() => Thread.Sleep(1);
}

/// <summary>Always as much work on the device.</summary>
public sealed class DeviceControl : IPerfControl
{
    /// <inheritdoc />
    public void Run() => DeviceFixture.Work(3_000);
}
