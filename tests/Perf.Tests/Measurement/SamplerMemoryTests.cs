using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SamplerMemoryTests
{
    private static readonly SamplingPlan Watching = new() { IsNoisy = false, Memory = true };
    private static readonly SamplingPlan WatchingDevice = new() { IsNoisy = false, DeviceMemory = true };

    private FakeClock _clock = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void ThePeaksOfAllReadingsAreKept()
    {
        FakeMemory memory = new(Of(own: 3, machine: 50), Of(own: 7, machine: 40), Of(own: 5, machine: 60), Of(4, 10));

        LaunchSamples samples = Measure(Watching, 0.1, memory);

        samples.Memory.ShouldBe(Of(own: 7, machine: 60));
        memory.Resets.ShouldBe(1);
    }

    // Five samples of 2 ms: too short for a look between them.
    [Test]
    public void APeakAfterTheLastSampleIsSeen() =>
        Measure(Watching, 0.002, new FakeMemory(Of(1, 1), Of(8, 9))).Memory.ShouldBe(Of(8, 9));

    [Test]
    public void MemoryIsNotReadAfterEveryShortSample()
    {
        FakeMemory memory = new(Of(1, 1));

        Measure(Watching with { IsNoisy = true }, 0.002, memory);

        // 1.5 s with a look every 20 ms, one before and one after
        memory.Reads.ShouldBeInRange(70, 80);
    }

    [Test]
    public void WhatIsNotWatchedIsNotRead()
    {
        FakeMemory memory = new(Of(1, 1));
        FakeDevice device = new(Device(1, null));

        LaunchSamples samples = Measure(new SamplingPlan { IsNoisy = false }, 0.1, memory, device);

        (memory.Reads, memory.Resets, device.Reads).ShouldBe((0, 0, 0));
        (samples.Memory, samples.DeviceMemory, samples.DeviceMemoryMissing).ShouldBe((null, null, null));
    }

    [Test]
    public void ThePeaksOfADeviceAreKept()
    {
        // One before the samples, the others while they are taken and after them.
        FakeDevice device = new(Device(used: 5, own: null), Device(used: 9, own: 6));

        LaunchSamples samples = Measure(WatchingDevice, 0.1, device: device);

        samples.DeviceMemory.ShouldBe(Device(used: 9, own: 6));
        samples.DeviceMemoryMissing.ShouldBeNull();
    }

    [Test]
    public void AnAbsentDeviceIsToldWithItsReason()
    {
        LaunchSamples samples = Measure(WatchingDevice, 0.1, device: new FakeDevice());

        samples.DeviceMemory.ShouldBeNull();
        samples.DeviceMemoryMissing.ShouldBe("there is no such device");
    }

    private LaunchSamples Measure(
        SamplingPlan plan, double seconds, FakeMemory? memory = null, FakeDevice? device = null) =>
        new Sampler(FakeProbes.With(_clock, memory: memory, device: device))
            .Measure(() => _clock.Work(seconds), plan, seconds, () => { });

    private static MemoryReading Of(long own, long machine) => new(own, MemoryProbe.ProcessScope, 100, machine, 100);

    private static DeviceMemoryReading Device(long used, long? own) => new("device", used, 100, own);
}
