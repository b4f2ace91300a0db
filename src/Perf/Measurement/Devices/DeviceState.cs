namespace Perf.Measurement.Devices;

/// <summary>How a device works at one moment; null is what the driver does not tell.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Driver">The version of the driver.</param>
/// <param name="ClockMegahertz">The clock of its processors, MHz.</param>
/// <param name="PowerLimitWatts">The power limit in force, W.</param>
/// <param name="TemperatureCelsius">Its temperature, °C.</param>
/// <param name="Throttling">Why it is slower than it was set to.</param>
public readonly record struct DeviceState(
    string Device,
    string? Driver,
    double? ClockMegahertz,
    double? PowerLimitWatts,
    double? TemperatureCelsius,
    ThrottleReasons? Throttling);
