using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

/// <summary>A body that gives its device 10 ms of work in 1 ms and returns.</summary>
[TestFixture]
public sealed class DeviceBodyTests
{
    private readonly FakeClock _clock = new();

    [Test]
    public void TheClockStopsWhenTheDeviceIsDone()
    {
        LaunchSamples samples = Measure(new FakeWork(_clock));

        samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.011) < 1e-9);
        samples.DeviceSeconds.ShouldBeEmpty("nobody asked for it");
    }

    [Test]
    public void WithoutADeviceTheBodyIsMeasuredAsItIs()
    {
        FakeWork work = new(_clock) { Device = null };

        Measure(work).WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.001) < 1e-9);

        (work.Synchronizations, work.Marks).ShouldBe((0, 0));
    }

    [Test]
    public void TheDevicesOwnTimeRunsFromTheBeginningOfTheBodyToTheEndOfItsWork()
    {
        LaunchSamples samples = Measure(new FakeWork(_clock), new SamplingPlan { DeviceTime = true });

        samples.DeviceSeconds.Count.ShouldBe(samples.WallSeconds.Count);
        samples.DeviceSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.011) < 1e-9);
    }

    [Test]
    public void TimeOfADeviceThatTheBodyDoesNotUseIsUnknown() =>
        Measure(new FakeWork(_clock) { Device = null }, new SamplingPlan { DeviceTime = true }).DeviceSeconds.ShouldAllBe(seconds => double.IsNaN(seconds));

    [Test]
    public void SeveralCallsOfASampleAreEachWaitedFor()
    {
        FakeWork work = new(_clock);
        LaunchSamples samples = new Sampler(FakeProbes.With(_clock, work: work)).Measure(
            () =>
            {
                work.Give(0.0001);
                _clock.Work(0.00001);
            },
            new SamplingPlan { DeviceTime = true },
            0.001,
            () => { });

        samples.CallsPerSample.ShouldBeGreaterThan(1);
        samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.0001) < 2e-5);
        samples.DeviceSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.0001) < 2e-5);
    }

    [Test]
    public void AFailureOfTheDevicePassesThrough()
    {
        DeviceException failure = new("the device failed");
        FailingWork work = new(failure);

        Should.Throw<DeviceException>(() => DeviceBody.Of(() => { }, work, isTimed: false)!.Call()).ShouldBeSameAs(failure);
    }

    private LaunchSamples Measure(FakeWork work, SamplingPlan? plan = null) => new Sampler(FakeProbes.With(_clock, work: work)).Measure(
        () =>
        {
            _clock.Work(0.001);
            work.Give(0.010);
        },
        plan ?? new SamplingPlan(),
        0.011,
        () => { });

    private sealed class FailingWork(DeviceException failure) : IDeviceWork
    {
        public DeviceIdentity? Device { get; } = new("fake", null);

        public void Synchronize() => throw failure;

        public void Mark() => throw failure;

        public double SecondsSinceMark() => throw failure;
    }
}
