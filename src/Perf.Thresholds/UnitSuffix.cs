namespace Perf.Thresholds;

/// <summary>The word for a unit at the end of a key.</summary>
/// <param name="Word">The word, <c>seconds</c>.</param>
/// <param name="Unit">The unit as UCUM writes it, <c>s</c>.</param>
public sealed record UnitSuffix(string Word, string Unit)
{
    /// <summary>
    /// Whether instruments may record the same quantity in another unit, so that numbers are converted: time and bytes.
    /// </summary>
    public bool IsScaled => Unit is "s" or "ms" or "us" or "ns" || Unit.EndsWith("By", StringComparison.Ordinal);

    /// <summary>Every unit that a key can end in.</summary>
    public static IReadOnlyList<UnitSuffix> All { get; } =
    [
        new("pct", "%"),
        new("seconds", "s"),
        new("ms", "ms"),
        new("us", "us"),
        new("ns", "ns"),
        new("bytes", "By"),
        new("kb", "KiBy"),
        new("mb", "MiBy"),
        new("gb", "GiBy"),
        new("per_second", "1/s"),
        new("ratio", "1"),
        new("score", "1"),
        new("count", "{count}"),
        new("pixels", "{pixel}"),
        new("degrees", "deg"),
        new("celsius", "Cel"),
        new("watts", "W"),
        new("joules", "J"),
        new("hertz", "Hz"),
    ];

    // What people write instead, and the word that is wanted; a number in minutes must be rewritten in seconds with it.
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["percent"] = "pct",
        ["percentage"] = "pct",
        ["s"] = "seconds",
        ["sec"] = "seconds",
        ["secs"] = "seconds",
        ["second"] = "seconds",
        ["minute"] = "seconds",
        ["minutes"] = "seconds",
        ["hours"] = "seconds",
        ["millis"] = "ms",
        ["msec"] = "ms",
        ["milliseconds"] = "ms",
        ["micros"] = "us",
        ["microseconds"] = "us",
        ["nanoseconds"] = "ns",
        ["b"] = "bytes",
        ["byte"] = "bytes",
        ["kib"] = "kb",
        ["kilobytes"] = "kb",
        ["mib"] = "mb",
        ["megabytes"] = "mb",
        ["gib"] = "gb",
        ["gigabytes"] = "gb",
        ["per_sec"] = "per_second",
        ["per_s"] = "per_second",
        ["per_minute"] = "per_second",
        ["per_hour"] = "per_second",
        ["hz"] = "hertz",
        ["px"] = "pixels",
    };

    /// <summary>The unit that a key ends in; null when it ends in none of them.</summary>
    public static UnitSuffix? Of(string key) =>
        All.FirstOrDefault(unit => key.EndsWith("_" + unit.Word, StringComparison.Ordinal));

    internal static string? WantedInsteadOf(string word) =>
        Instead.TryGetValue(word, out string? wanted) ? wanted : null;
}
