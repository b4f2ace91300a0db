using Perf.Measurement.Devices;

namespace Perf.Tests.Measurement;

/// <summary>Reports of a device to test with.</summary>
internal static class SomeDevices
{
    public static DeviceReport Steady { get; } = new("Some GPU", Looks: 20)
    {
        ClockMegahertz = 1980,
        LeastClockMegahertz = 1980,
        MostClockMegahertz = 1980,
        PowerLimitWatts = 700,
        TemperatureCelsius = 45,
        Throttled = 0,
    };

    public static DeviceReport Throttled { get; } = Steady with
    {
        ClockMegahertz = 1410,
        LeastClockMegahertz = 1200,
        TemperatureCelsius = 86,
        Throttled = 0.4,
        Throttling = ThrottleReasons.PowerCap,
    };

    public static DeviceState State(double? clock = 1980, ThrottleReasons? throttling = ThrottleReasons.None) =>
        new("Some GPU", "570.86", clock, 700, 45, throttling);
}
