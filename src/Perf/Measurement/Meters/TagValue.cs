using System.Globalization;

namespace Perf.Measurement.Meters;

/// <summary>Tag values as text, the same in every culture: <c>true</c>, <c>3</c>, <c>0.5</c>, <c>forward</c>.</summary>
internal static class TagValue
{
    // Longer than any number; text that is longer still is compared through a string.
    private const int LongestNumber = 64;

    /// <summary>The value as text, "" for null.</summary>
    public static string Format(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>
    /// Whether the value reads as the text, told without allocating for truth values, strings and numbers.
    /// </summary>
    public static bool Reads(object? value, string text)
    {
        switch (value)
        {
            case string written:
                return string.Equals(written, text, StringComparison.Ordinal);
            case bool truth:
                return string.Equals(truth ? "true" : "false", text, StringComparison.OrdinalIgnoreCase);
            case ISpanFormattable formattable:
                Span<char> buffer = stackalloc char[LongestNumber];
                return formattable.TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture)
                    ? buffer[..length].SequenceEqual(text)
                    : string.Equals(Format(value), text, StringComparison.Ordinal);
            default:
                return string.Equals(Format(value), text, StringComparison.Ordinal);
        }
    }

    /// <summary>Whether the value is a truth value, or text that reads as one, and which.</summary>
    public static bool TryReadTruth(object? value, out bool truth)
    {
        truth = value is true;
        return value is bool || (value is string text && bool.TryParse(text, out truth));
    }
}
