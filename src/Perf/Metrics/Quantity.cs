using System.Globalization;

namespace Perf.Metrics;

/// <summary>Writes a number with its unit the way a person reads it.</summary>
public static class Quantity
{
    private static readonly string[] ByteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>A value in a UCUM unit: <c>12.31 ms</c>, <c>80 %</c>, <c>51.2 {image}/s</c>.</summary>
    public static string Of(double value, string unit) => unit switch
    {
        "s" => Seconds(value),
        "By" => Bytes(value),
        "GiBy" => Math.Abs(value) < 1 ? Bytes(value * (1L << 30)) : $"{Number(value)} GiB",
        "1" => Number(value),
        _ => $"{Number(value)} {unit}",
    };

    /// <summary>A duration in the unit that keeps it readable.</summary>
    public static string Seconds(double seconds) => Math.Abs(seconds) switch
    {
        0 => "0 s",
        < 1e-6 => $"{Number(seconds * 1e9)} ns",
        < 1e-3 => $"{Number(seconds * 1e6)} µs",
        < 1 => $"{Number(seconds * 1e3)} ms",
        _ => $"{Number(seconds)} s",
    };

    /// <summary>A size in powers of 1024.</summary>
    public static string Bytes(double bytes)
    {
        int unit = 0;
        while (Math.Abs(bytes) >= 1024 && unit < ByteUnits.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{Number(bytes)} {ByteUnits[unit]}";
    }

    /// <summary>A change in percent with its sign: <c>+15.2 %</c>.</summary>
    public static string Percent(double percent) =>
        percent.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>About four digits, as many as a measurement deserves.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 1 or 0 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("G4", CultureInfo.InvariantCulture),
    };
}
