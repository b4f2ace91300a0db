using NUnit.Framework;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class DeviceReportTests
{
    [Test]
    public void LooksAreToldByTheirMedianTheirEndsAndTheShareThatWasThrottled()
    {
        DeviceReport report = DeviceReport.Of(
        [
            SomeDevices.State(1980),
            SomeDevices.State(1500, ThrottleReasons.PowerCap) with { TemperatureCelsius = 80 },
            SomeDevices.State(1965),
            SomeDevices.State(1600, ThrottleReasons.SoftwareThermal) with { PowerLimitWatts = 500 },
        ])!;

        report.ShouldBe(new DeviceReport("Some GPU", 4)
        {
            Driver = "570.86",
            ClockMegahertz = (1600 + 1965) / 2.0,
            LeastClockMegahertz = 1500,
            MostClockMegahertz = 1980,
            PowerLimitWatts = 500,
            TemperatureCelsius = 80,
            Throttled = 0.5,
            Throttling = ThrottleReasons.PowerCap | ThrottleReasons.SoftwareThermal,
        });
    }

    [Test]
    public void WhatTheDriverDoesNotTellStaysUnknown()
    {
        DeviceReport report = DeviceReport.Of([new DeviceState("Some GPU", null, null, null, null, null)])!;

        report.ShouldBe(new DeviceReport("Some GPU", 1));
        DeviceGuard.Objection(report).ShouldBeNull("a driver that says nothing of throttling is no witness of it");
    }

    [Test]
    public void LaunchesAreToldTogetherEachByItsLooks()
    {
        DeviceReport both = DeviceReport.Of([SomeDevices.Steady with { Looks = 30 }, null, SomeDevices.Throttled with { Looks = 10 }])!;

        (both.Looks, both.LeastClockMegahertz, both.MostClockMegahertz, both.TemperatureCelsius).ShouldBe((40, 1200, 1980, 86));
        both.Throttled!.Value.ShouldBe(0.1, 1e-12);
        both.Throttling.ShouldBe(ThrottleReasons.PowerCap);
    }

    [Test]
    public void ALaunchWhoseDriverDidNotSayIsNoWitnessOfCalm() =>
        DeviceReport.Of([SomeDevices.Throttled with { Looks = 10 }, SomeDevices.Steady with { Looks = 90, Throttled = null }])!.Throttled!.Value.ShouldBe(0.4, 1e-12);

    [Test]
    public void NothingSeenIsNoReport()
    {
        DeviceReport.Of(Array.Empty<DeviceState>()).ShouldBeNull();
        DeviceReport.Of([null, (DeviceReport?)null]).ShouldBeNull();
    }
}
