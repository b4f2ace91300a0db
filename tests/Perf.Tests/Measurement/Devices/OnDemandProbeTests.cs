using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class OnDemandProbeTests
{
    [Test]
    public void ALaunchWithoutADeviceOpensNoProbe()
    {
        int opened = 0;
        using OnDemandProbe device = new(() =>
        {
            opened++;
            return new FakeDevice();
        });
        FakeClock clock = new();
        MachineProbes probes = FakeProbes.With(clock) with { Device = device, Work = new FakeWork(clock) { Device = null } };

        new Sampler(probes).Measure(() => clock.Wait(0.1), new SamplingPlan(), firstRunSeconds: 1, throwIfStopped: () => { });

        opened.ShouldBe(0);
        _ = device.IsAvailable;
        _ = device.WhyNot;
        opened.ShouldBe(1);
    }
}
