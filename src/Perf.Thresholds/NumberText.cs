using System.Globalization;
using System.Text.RegularExpressions;

namespace Perf.Thresholds;

/// <summary>Reads a number as YAML 1.2's core schema writes it.</summary>
internal static class NumberText
{
    private static readonly Regex Number = new(
        @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    private static readonly Regex NotFinite = new(
        @"^[-+]?\.(inf|Inf|INF|nan|NaN|NAN)$", RegexOptions.CultureInvariant);

    /// <summary>Whether the text is a number, finite or not.</summary>
    public static bool TryRead(string text, out double value)
    {
        value = double.NaN;
        return NotFinite.IsMatch(text)
            || (Number.IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }
}
