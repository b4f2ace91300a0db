using NUnit.Framework;
using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Devices;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Controlled;

/// <summary>A body that gives a device 10 ms of work, beside a control that gives it 3 ms.</summary>
[TestFixture]
public sealed class ControlledDeviceTests
{
    private readonly FakeClock _clock = new();
    private FakeWork _work = null!;

    [SetUp]
    public void StartAnew() => _work = new FakeWork(_clock);

    [Test]
    public void BodyAndControlAreMeasuredUntilTheDeviceIsDone()
    {
        ControlledSamples samples = Launch();

        (samples.UsesDevice, samples.NeedsWall).ShouldBe((true, true));
        samples.Subject.Samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.011) < 1e-9);
        samples.Wall.ControlMedian().ShouldBe(0.0031, 1e-9);
        samples.Wall.SentinelFloor().ShouldBe(0.0001, 1e-9, "the sentinel works on the processor alone, and waits for nothing");
        samples.Device!.PowerLimitWatts.ShouldBe(700);
    }

    [Test]
    public void WithoutADeviceNothingIsWaitedFor()
    {
        _work.Device = null;

        ControlledSamples samples = Launch();

        (samples.UsesDevice, samples.Device, _work.Synchronizations).ShouldBe((false, null, 0));
        samples.Wall.ControlMedian().ShouldBe(0.0001, 1e-9);
    }

    private ControlledSamples Launch()
    {
        FakeDevice device = new(new DeviceMemoryReading("device", 1, 10, null)) { State = () => SomeDevices.State() };
        return new ControlledLaunch(FakeProbes.With(_clock, device: device, work: _work), () => { })
        {
            Sentinel = new Control("sentinel", () => _clock.Work(0.0001)),
            CountFaults = () => 0,
        }.Measure(new Body(Run(0.001, 0.010)), new SamplingPlan(), [new Control("Own", Run(0.0001, 0.003))], own: null, isOwn: null, _ => false);
    }

    private Action Run(double seconds, double onTheDevice) => () =>
    {
        _clock.Work(seconds);
        _work.Give(onTheDevice);
    };

    private sealed class Body(Action call) : IControlledBody
    {
        public void Stand(Action<DuetBody> use) => use(new DuetBody(() => { }, call));
    }

    private sealed class Control(string name, Action run) : IControl
    {
        public string Name => name;

        public int Version => 1;

        public void Run() => run();
    }
}
