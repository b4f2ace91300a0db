using NUnit.Framework;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class DeviceGuardTests
{
    [TestCase(0.05, false)]
    [TestCase(0.06, true)]
    [TestCase(1, true)]
    public void MoreThanATwentiethOfThrottledLooksSpoilsALaunch(double share, bool isSpoilt) =>
        (DeviceGuard.Objection(SomeDevices.Throttled with { Throttled = share }) is not null).ShouldBe(isSpoilt);

    [Test]
    public void EveryReasonIsNamed()
    {
        foreach (ThrottleReasons reason in Enum.GetValues<ThrottleReasons>().Where(reason => reason is not (ThrottleReasons.None or ThrottleReasons.All)))
        {
            DeviceGuard.InWords(reason).ShouldNotBeEmpty();
            ThrottleReasons.All.HasFlag(reason).ShouldBeTrue();
        }

        DeviceGuard.InWords(ThrottleReasons.PowerCap | ThrottleReasons.HardwareThermal).ShouldBe("power limit, heat, by the hardware");
    }

    [Test]
    public void ASteadyDeviceAndNoneAreNotObjectedTo()
    {
        DeviceGuard.Objection(SomeDevices.Steady).ShouldBeNull();
        DeviceGuard.Objection(null).ShouldBeNull();
        DeviceGuard.Objections([SomeDevices.Steady, null]).ShouldBe("");
    }
}
