using System.Globalization;
using Perf.Measurement.Devices;

namespace Perf.Reporting;

/// <summary>How an accelerator worked, in words.</summary>
public static class DeviceText
{
    /// <summary>Name, clock, power limit, temperature, and whether it was throttled: what the driver tells of them.</summary>
    public static string Of(DeviceReport device)
    {
        List<string> parts = [device.Device];
        if (device is { ClockMegahertz: { } clock, LeastClockMegahertz: { } least, MostClockMegahertz: { } most })
        {
            parts.Add(Text($"{clock:0} MHz") + (least < most ? Text($" ({least:0} … {most:0})") : ""));
        }

        if (device.PowerLimitWatts is { } watts)
        {
            parts.Add(Text($"power limit {watts:0} W"));
        }

        if (device.TemperatureCelsius is { } celsius)
        {
            parts.Add(Text($"{celsius:0} °C"));
        }

        if (device.Throttled is { } share)
        {
            parts.Add(share == 0 ? "not throttled" : Text($"throttled for {share * 100:0} % of the time ({DeviceGuard.InWords(device.Throttling)})"));
        }

        return string.Join(", ", parts);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
