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
    public static DeviceReport? Of(IReadOnlyList<DeviceState> states) => Of(states.Select(OfOne));

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
            Throttled = Mean([.. seen.Where(launch => launch.Throttled is not null)]),
            Throttling = seen.Aggregate(ThrottleReasons.None, (all, launch) => all | launch.Throttling),
        };
    }

    private static DeviceReport OfOne(DeviceState state) => new(state.Device, Looks: 1)
    {
        Driver = state.Driver,
        ClockMegahertz = state.ClockMegahertz,
        LeastClockMegahertz = state.ClockMegahertz,
        MostClockMegahertz = state.ClockMegahertz,
        PowerLimitWatts = state.PowerLimitWatts,
        TemperatureCelsius = state.TemperatureCelsius,
        Throttled = state.Throttling is { } reasons ? (reasons == ThrottleReasons.None ? 0 : 1) : null,
        Throttling = state.Throttling ?? ThrottleReasons.None,
    };

    // Each by its looks; those whose driver did not say are no witnesses.
    private static double? Mean(IReadOnlyList<DeviceReport> told) => told.Count == 0
        ? null
        : told.Sum(launch => launch.Throttled!.Value * launch.Looks) / told.Sum(launch => launch.Looks);
}
