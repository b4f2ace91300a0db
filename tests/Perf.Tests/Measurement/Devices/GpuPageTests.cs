using NUnit.Framework;
using Perf.Measurement.Devices;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

/// <summary>The numbers of <c>docs/gpu.md</c> are those of the code.</summary>
[TestFixture]
public sealed class GpuPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "gpu.md")).ReplaceLineEndings(" ");

    [Test]
    public void ThePageTellsHowOftenADeviceIsLookedAt()
    {
        DeviceWatch.SecondsBetweenLooks.ShouldBe(0.010);
        (DeviceWatch.SecondsBetweenLooks * DeviceWatch.LooksPerState).ShouldBe(0.1, 1e-12);
        Page.ShouldContain("asked of NVML every 10 ms in the background");
        Page.ShouldContain("Ten times a second clock, power limit, temperature and the reasons of throttling are read");
    }

    [Test]
    public void ThePageTellsWhatIsThrottled() => Page.ShouldContain($"more than {DeviceGuard.MostThrottled * 100} % of the looks found the device throttled");

    [Test]
    public void ThePageTellsWhatIsSteady()
    {
        DeviceSteadiness.FewestBatches.ShouldBe(3);
        Page.ShouldContain(FormattableString.Invariant(
            $"three batches or more of at least {DeviceSteadiness.FewestCalls} calls and {DeviceSteadiness.LeastSeconds} s, or of {DeviceSteadiness.EnoughSeconds} s, the last two of which agree in their medians ({DeviceSteadiness.MostDifference * 100} %)"));
    }
}
