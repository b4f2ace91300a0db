using NUnit.Framework;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class DeviceWatchTests
{
    private readonly FakeClock _clock = new();

    [Test]
    public void ThePeaksAreKeptNumberByNumber()
    {
        FakeDevice device = new(Memory(used: 5, own: null), Memory(used: 9, own: 4), Memory(7, 6), Memory(2, null));
        using DeviceWatch watch = Watch(device, memory: true)!;

        watch.Look();
        watch.Look();
        watch.Dispose();

        watch.Peak.ShouldBe(Memory(used: 9, own: 6));
        device.Reads.ShouldBe(4, "one look at the beginning, one at the end");
    }

    [Test]
    public void OfTenLooksAtMemoryOneIsAtTheClocks()
    {
        int states = 0;
        FakeDevice device = new(Memory(5, 5)) { State = () => SomeDevices.State(1000 + ++states) };
        using DeviceWatch watch = Watch(device, memory: true, isUsed: true)!;
        for (int look = 1; look <= 20; look++)
        {
            watch.Look();
        }

        watch.Report.ShouldNotBeNull();
        (watch.Report.Looks, watch.Report.LeastClockMegahertz, watch.Report.MostClockMegahertz).ShouldBe((3, 1001, 1003));
    }

    [Test]
    public void WhatNobodyAskedForIsNotLookedAt()
    {
        FakeDevice device = new(Memory(5, 5)) { State = () => SomeDevices.State() };

        Watch(device, memory: false).ShouldBeNull();
        using (DeviceWatch clocks = Watch(device, memory: false, isUsed: true)!)
        {
            (clocks.Peak, device.Reads, clocks.Report!.Looks).ShouldBe((null, 0, 1));
        }

        using DeviceWatch memory = Watch(device, memory: true)!;
        (memory.Report, device.Reads).ShouldBe((null, 1));
    }

    [Test]
    public void ADeviceThatVanishesLeavesThePeakThatWasSeen()
    {
        bool isLost = false;
        FakeDevice device = new(Memory(5, 5)) { State = () => isLost ? null : SomeDevices.State() };
        using DeviceWatch watch = Watch(device, memory: true, isUsed: true)!;

        isLost = true;
        for (int look = 0; look < 20; look++)
        {
            watch.Look();
        }

        watch.Report!.Looks.ShouldBe(1);
        watch.Peak.ShouldBe(Memory(5, 5));
    }

    [Test]
    public void ALookThatIsNotAnsweredIsTold()
    {
        FakeDevice device = new(Memory(5, 5));
        using DeviceWatch watch = Watch(device, memory: true)!;
        watch.Missed.ShouldBeNull();

        device.IsLost = true;
        watch.Look();
        device.IsLost = false;
        watch.Look();

        (watch.Peak, watch.Missed).ShouldBe((Memory(5, 5), "there is no such device"));
    }

    [Test]
    public void MemoryOfOneDeviceOfSeveralIsNotAllOfIt()
    {
        FakeDevice device = new(Memory(5, 5));
        FakeWork work = new(_clock) { Devices = 2 };
        using DeviceWatch watch = DeviceWatch.Start(device, work, memory: true, inBackground: false)!;

        watch.Missed.ShouldBe("the process uses 2 devices, and only fake is looked at");
    }

    [Test]
    public void ADeviceThatIsThrottledAfterMinutesIsSeenToBe()
    {
        bool isHot = false;
        FakeDevice device = new(Memory(5, 5)) { State = () => SomeDevices.State(throttling: isHot ? ThrottleReasons.SoftwareThermal : ThrottleReasons.None) };
        using DeviceWatch watch = Watch(device, memory: false, isUsed: true)!;
        for (int look = 0; look < 9000; look++)
        {
            isHot = look >= 4500;
            watch.Look();
        }

        watch.Report!.Throttled!.Value.ShouldBe(0.5, 0.01);
        watch.Report.Looks.ShouldBeLessThanOrEqualTo(1024);
    }

    [Test]
    public void ALookAllocatesNothing()
    {
        FakeDevice device = new(Memory(5, 5)) { State = () => SomeDevices.State() };
        using DeviceWatch watch = Watch(device, memory: true, isUsed: true)!;
        watch.Look();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int look = 0; look < 20_000; look++)
        {
            watch.Look();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Test]
    public void InTheBackgroundAPeakIsSeenThatIsGoneAtTheEnd()
    {
        long used = 1;
        using ManualResetEventSlim seen = new();
        using DeviceWatch watch = DeviceWatch.Start(new Changing(Read), work: null, memory: true)!;

        Volatile.Write(ref used, 9);
        seen.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        Volatile.Write(ref used, 2);
        watch.Dispose();

        watch.Peak!.Value.UsedBytes.ShouldBe(9);

        long Read()
        {
            long now = Volatile.Read(ref used);
            if (now == 9)
            {
                seen.Set();
            }

            return now;
        }
    }

    private DeviceWatch? Watch(FakeDevice device, bool memory, bool isUsed = false) => DeviceWatch.Start(
        device, new FakeWork(_clock) { Device = isUsed ? new DeviceIdentity("fake", null) : null }, memory, inBackground: false);

    private static DeviceMemoryReading Memory(long used, long? own) => new("device", used, 100, own);

    private sealed class Changing(Func<long> used) : IDeviceProbe
    {
        public bool IsAvailable => true;

        public string WhyNot => "";

        public void TurnTo(DeviceIdentity device)
        {
        }

        public DeviceMemoryReading? ReadMemory() => Memory(used(), null);

        public DeviceState? ReadState() => null;

        public void Dispose()
        {
        }
    }
}
