namespace Perf.Thresholds;

/// <summary>A unit as a key ends with it: the last words of <c>max_forward_seconds</c>.</summary>
/// <param name="Suffix">The words.</param>
/// <param name="Unit">The unit as UCUM writes it.</param>
/// <param name="Range">The numbers that such a key can have.</param>
public sealed record UnitSuffix(string Suffix, string Unit, ValueRange Range)
{
    private static readonly ValueRange Any = ValueRange.Finite;

    /// <summary>Every unit that a key may end with; where one ends with another, the longer comes first.</summary>
    public static IReadOnlyList<UnitSuffix> All { get; } =
    [
        new("per_second", "1/s", ValueRange.NotNegative),
        new("seconds", "s", ValueRange.NotNegative),
        new("ms", "ms", ValueRange.NotNegative),
        new("us", "us", ValueRange.NotNegative),
        new("ns", "ns", ValueRange.NotNegative),
        new("bytes", "By", ValueRange.NotNegative),
        new("kb", "KiBy", ValueRange.NotNegative),
        new("mb", "MiBy", ValueRange.NotNegative),
        new("gb", "GiBy", ValueRange.NotNegative),
        new("pct", "%", ValueRange.NotNegative),
        new("ratio", "1", Any),
        new("score", "1", Any),
        new("count", "1", ValueRange.NotNegative),
        new("degrees", "deg", Any),
        new("celsius", "Cel", Any),
        new("watts", "W", ValueRange.NotNegative),
    ];

    /// <summary>The unit that a key ends with; null when it ends with none of them.</summary>
    public static UnitSuffix? Of(string key) =>
        All.FirstOrDefault(unit => key.EndsWith("_" + unit.Suffix, StringComparison.Ordinal));
}
