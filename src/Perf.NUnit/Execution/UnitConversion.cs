using Perf.Measurement;
using Perf.Thresholds;

namespace Perf.Execution;

/// <summary>Turns the number of a key into the unit of the instrument it limits: <c>max_forward_ms</c> limits one in <c>s</c>.</summary>
internal static class UnitConversion
{
    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal)
    {
        ["ns"] = 1e-9,
        ["us"] = 1e-6,
        ["ms"] = 1e-3,
        ["s"] = 1,
        ["min"] = 60,
        ["h"] = 3600,
    };

    private static readonly Dictionary<string, double> Bytes = new(StringComparer.Ordinal)
    {
        ["By"] = 1,
        ["KiBy"] = 1L << 10,
        ["MiBy"] = 1L << 20,
        ["GiBy"] = 1L << 30,
    };

    /// <summary>The value in the instrument's unit; unchanged where either side names a mere number.</summary>
    /// <exception cref="MeasurementException">The units measure different things.</exception>
    public static double Convert(double value, string key, string? instrumentUnit)
    {
        string? keyUnit = UnitSuffix.Of(key)?.Unit;
        if (keyUnit is null || keyUnit == instrumentUnit || IsNumber(keyUnit) || IsNumber(instrumentUnit))
        {
            return value;
        }

        foreach (Dictionary<string, double> dimension in (Dictionary<string, double>[])[Seconds, Bytes])
        {
            if (dimension.TryGetValue(keyUnit, out double from) && dimension.TryGetValue(instrumentUnit!, out double to))
            {
                return value * from / to;
            }
        }

        throw new MeasurementException($"{key} is in {keyUnit}, but the instrument is in {instrumentUnit}: name a key of its unit");
    }

    private static bool IsNumber(string? unit) => unit is null or "" or "1" || unit.StartsWith('{');
}
