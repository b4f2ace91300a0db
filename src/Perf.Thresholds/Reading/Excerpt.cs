using System.Globalization;
using System.Text;

namespace Perf.Thresholds.Reading;

/// <summary>
/// Text of the file as messages show it: short, on one line, without characters that a terminal obeys.
/// </summary>
internal static class Excerpt
{
    /// <summary>The most characters of a section, environment or key.</summary>
    public const int LongestName = 120;

    private const int LongestShown = 60;

    public static string Of(string text, int most = LongestShown)
    {
        StringBuilder shown = new();
        foreach (char letter in text.Take(most))
        {
            bool isPlain = !char.IsControl(letter)
                && !char.IsSurrogate(letter)
                && char.GetUnicodeCategory(letter) is not (
                    UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            shown.Append(
                isPlain ? letter.ToString() : string.Format(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)letter));
        }

        return text.Length > most ? shown.Append('…').ToString() : shown.ToString();
    }
}
