using NUnit.Framework;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

/// <summary>Batches of five calls of 20 ms, one after another.</summary>
[TestFixture]
public sealed class DeviceSteadinessTests
{
    private double? _clock = 1980;

    [Test]
    public void ThreeBatchesThatTakeAlikeLongAreSteady()
    {
        DeviceSteadiness device = new(Device());

        Batches(device, 0.020, 0.020).ShouldBe([false, false]);
        Batches(device, 0.0203).ShouldBe([true]);
    }

    [Test]
    public void ADeviceThatStillRisesIsNot() => Batches(new DeviceSteadiness(Device()), 0.040, 0.030, 0.025, 0.022, 0.0215).ShouldAllBe(steady => !steady);

    [Test]
    public void OneSlowCallOfABatchIsANeighbours()
    {
        DeviceSteadiness device = new(Device());
        Batches(device, 0.020, 0.020);

        foreach (double seconds in (double[])[0.020, 0.500, 0.020, 0.020, 0.020])
        {
            device.Add(seconds);
        }

        device.IsSteady.ShouldBeTrue();
    }

    [Test]
    public void ABatchIsFiveCallsAndATenthOfASecond()
    {
        DeviceSteadiness device = new(Device());
        for (int call = 0; call < 250; call++)
        {
            device.Add(0.001);
        }

        device.IsSteady.ShouldBeFalse("two batches of 100 calls, and a half");
        Batches(device, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001).Last().ShouldBeTrue();
    }

    [Test]
    public void AClockThatStillRisesIsNotSteadyThoughTimesAre()
    {
        DeviceSteadiness device = new(Device());
        _clock = 1200;
        Batches(device, 0.020, 0.020);

        _clock = 1900;
        Batches(device, 0.020).ShouldBe([false]);
        Batches(device, 0.020).ShouldBe([true]);
    }

    [Test]
    public void AnAllocatorThatStillGrowsIsNotSteadyThoughTimesAre() =>
        Batches(new DeviceSteadiness(Device(1, 2, 3, 4, 4)), 0.020, 0.020, 0.020, 0.020, 0.020).ShouldBe([false, false, false, false, true]);

    [Test]
    public void NeighboursThatTakeALittleKeepNoDeviceFromBeingSteady() =>
        Batches(new DeviceSteadiness(Device(1000, 1004, 998, 1001)), 0.020, 0.020, 0.020, 0.020).Last().ShouldBeTrue();

    [Test]
    public void OfTheProcessItselfAnyGrowthIsSeen()
    {
        DeviceMemoryReading[] own = [.. new long[] { 1000, 1001, 1002, 1002 }.Select(bytes => new DeviceMemoryReading("device", 5000, 10_000, bytes))];

        Batches(new DeviceSteadiness(new FakeDevice(own) { State = () => null }), 0.020, 0.020, 0.020, 0.020).ShouldBe([false, false, false, true]);
    }

    [Test]
    public void OfCallsOfSecondsEachIsABatch()
    {
        DeviceSteadiness device = new(Device());
        device.Add(2);
        device.Add(2.01);
        device.IsSteady.ShouldBeFalse();

        device.Add(2);

        device.IsSteady.ShouldBeTrue("fifteen calls would take half a minute");
    }

    [Test]
    public void WhereTheDriverTellsNothingTimesDecide()
    {
        _clock = null;

        Batches(new DeviceSteadiness(new FakeDevice { State = () => null }), 0.020, 0.020, 0.020).Last().ShouldBeTrue();
    }

    [Test]
    public void AProcessThatUsesNoDeviceHasNone()
    {
        FakeClock clock = new();

        DeviceSteadiness.Of(Device(), work: null).ShouldBeNull();
        DeviceSteadiness.Of(Device(), new FakeWork(clock) { Device = null }).ShouldBeNull();
    }

    [Test]
    public void TheDeviceThatTheProcessUsesIsTheOneThatIsLookedAt()
    {
        FakeClock clock = new();
        FakeDevice device = Device();

        DeviceSteadiness.Of(device, new FakeWork(clock)).ShouldNotBeNull();

        device.TurnedTo.ShouldHaveSingleItem().Name.ShouldBe("fake");
    }

    private FakeDevice Device(params long[] used) =>
        new([.. (used.Length == 0 ? [1] : used).Select(bytes => new DeviceMemoryReading("device", bytes, 10, null))])
        {
            State = () => _clock is null ? null : SomeDevices.State(_clock),
        };

    private static bool[] Batches(DeviceSteadiness device, params double[] secondsPerCall) =>
    [
        .. secondsPerCall.Select(seconds =>
        {
            for (int call = 0; call < 5; call++)
            {
                device.Add(seconds);
            }

            return device.IsSteady;
        }),
    ];
}
