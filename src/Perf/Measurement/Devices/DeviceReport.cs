using MathNet.Numerics.Statistics;

namespace Perf.Measurement.Devices;

/// <summary>How a device worked while it was measured; null is what the driver does not tell.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Looks">How often it was looked at.</param>
public sealed record DeviceReport(string Device, int Looks)
{
    /// <summary>The version of the driver.</summary>
    public string? Driver { get; init; }

    /// <summary>The median clock of its processors, MHz.</summary>
    public double? ClockMegahertz { get; init; }

    /// <summary>The lowest clock seen, MHz.</summary>
    public double? LeastClockMegahertz { get; init; }

    /// <summary>The highest clock seen, MHz.</summary>
    public double? MostClockMegahertz { get; init; }

    /// <summary>The power limit in force, the lowest seen, W.</summary>
    public double? PowerLimitWatts { get; init; }

    /// <summary>The highest temperature, °C.</summary>
    public double? TemperatureCelsius { get; init; }

    /// <summary>The share of the looks that found it slower than it was set to; null where the driver does not say.</summary>
    public double? Throttled { get; init; }

    /// <summary>Why it was.</summary>
    public ThrottleReasons Throttling { get; init; }

    /// <summary>What was seen of a device; null when nothing was.</summary>
    public static DeviceReport? Of(IReadOnlyList<DeviceState> states)
    {
        if (states.Count == 0)
        {
            return null;
        }

        double[] clocks = [.. states.Select(state => state.ClockMegahertz).OfType<double>()];
        ThrottleReasons[] reasons = [.. states.Select(state => state.Throttling).OfType<ThrottleReasons>()];
        return new DeviceReport(states[^1].Device, states.Count)
        {
            Driver = states[^1].Driver,
            ClockMegahertz = clocks.Length == 0 ? null : clocks.Median(),
            LeastClockMegahertz = clocks.Length == 0 ? null : clocks.Min(),
            MostClockMegahertz = clocks.Length == 0 ? null : clocks.Max(),
            PowerLimitWatts = states.Min(state => state.PowerLimitWatts),
            TemperatureCelsius = states.Max(state => state.TemperatureCelsius),
            Throttled = reasons.Length == 0 ? null : reasons.Count(reason => reason != ThrottleReasons.None) / (double)reasons.Length,
            Throttling = reasons.Aggregate(ThrottleReasons.None, (all, reason) => all | reason),
        };
    }

    /// <summary>What several launches saw; null when none saw any.</summary>
    public static DeviceReport? Of(IEnumerable<DeviceReport?> launches)
    {
        DeviceReport[] seen = [.. launches.OfType<DeviceReport>()];
        if (seen.Length == 0)
        {
            return null;
        }

        double[] clocks = [.. seen.Select(launch => launch.ClockMegahertz).OfType<double>()];
        return seen[^1] with
        {
            Looks = seen.Sum(launch => launch.Looks),
            ClockMegahertz = clocks.Length == 0 ? null : clocks.Median(),
            LeastClockMegahertz = seen.Min(launch => launch.LeastClockMegahertz),
            MostClockMegahertz = seen.Max(launch => launch.MostClockMegahertz),
            PowerLimitWatts = seen.Min(launch => launch.PowerLimitWatts),
            TemperatureCelsius = seen.Max(launch => launch.TemperatureCelsius),
            Throttled = seen.All(launch => launch.Throttled is null) ? null : seen.Sum(launch => (launch.Throttled ?? 0) * launch.Looks) / seen.Sum(launch => launch.Looks),
            Throttling = seen.Aggregate(ThrottleReasons.None, (all, launch) => all | launch.Throttling),
        };
    }
}
