using NUnit.Framework;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>Two builds that give a device 10 ms and 12 ms of work in 1 ms each, and return.</summary>
[TestFixture]
public sealed class DeviceDuetTests
{
    private readonly FakeClock _clock = new();

    [Test]
    public void EachBuildIsMeasuredUntilTheDeviceIsDoneInWallTime()
    {
        DuetSamples samples = Launch(new FakeWork(_clock));

        samples.NeedsWall.ShouldBeTrue();
        samples.Base.Samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.011) < 1e-9);
        samples.Head.Samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.013) < 1e-9);
        Math.Exp(DuetFigures.Time(samples).Value).ShouldBe(13.0 / 11, 1e-6);
    }

    [Test]
    public void ABuildThatSpinsUntilTheDeviceIsDoneIsJudgedByWallTimeToo() =>
        Launch(new FakeWork(_clock), works: true).NeedsWall.ShouldBeTrue("the time that it spins is the device's");

    [Test]
    public void ADeviceThatIsFirstUsedByTheBodyIsFoundBeforeTheWarmUp()
    {
        FakeWork work = new(_clock) { Device = null };

        DuetSamples samples = Launch(work);

        samples.Base.Samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.011) < 1e-9);
        samples.Base.Samples.CallsPerSample.ShouldBe(1);
        samples.NeedsWall.ShouldBeTrue();
    }

    [Test]
    public void TheDevicesOwnTimeIsComparedWhereItIsPromised()
    {
        DuetSamples samples = Launch(new FakeWork(_clock), new SamplingPlan { DeviceTime = true });

        Estimate ratio = DuetEstimate.Of(new Reading.DeviceTime(), Direction.LowerIsBetter, samples, inWall: true);

        Math.Exp(ratio.Value).ShouldBe(13.0 / 11, 1e-6);
    }

    [Test]
    public void HowTheDeviceWorkedIsTold() => Launch(new FakeWork(_clock)).Device!.ClockMegahertz.ShouldBe(1980);

    [Test]
    public void WhereNoDeviceIsUsedNoneIsTold() => Launch(null).Device.ShouldBeNull();

    private DuetSamples Launch(FakeWork? work, SamplingPlan? plan = null, bool works = false)
    {
        FakeDevice device = new(new DeviceMemoryReading("device", 1, 10, null)) { State = () => SomeDevices.State() };
        Random random = new(7);
        return new DuetLaunch(FakeProbes.With(_clock, device: device, work: work), new Coin(() => random.Next(2) == 0), 60, () => { })
            .Measure(new Bodies(_clock, work, works), plan ?? new SamplingPlan(), owners: null, DuetFigures.StandardErrorOfTime);
    }

    private sealed class Bodies(FakeClock clock, FakeWork? work, bool works) : IDuetBodies
    {
        public void Stand(bool isBaseFirst, Action<DuetBody, DuetBody> use) => use(Of(0.010), Of(0.012));

        private DuetBody Of(double seconds) => new(
            () => { },
            () =>
            {
                work?.Device = new DeviceIdentity("fake", null);
                clock.Work(0.001);
                work?.Give(seconds);
                if (works)
                {
                    clock.Work(seconds);
                }
            });
    }
}
