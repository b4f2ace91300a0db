using System.Globalization;
using System.Text;

namespace Perf.Tool.Reports.Html;

/// <summary>Makes text of whatever a name or a message may hold: what a browser could not show, or would obey, is written out.</summary>
internal static class ShownText
{
    /// <summary>The text, with control characters, directional overrides and halves of characters as <c>⟨U+202E⟩</c>.</summary>
    public static string Of(string text)
    {
        StringBuilder? shown = null;
        int start = 0;
        for (int index = 0; index < text.Length;)
        {
            bool isWhole = Rune.TryGetRuneAt(text, index, out Rune rune);
            int length = isWhole ? rune.Utf16SequenceLength : 1;
            if (!isWhole || IsHidden(rune))
            {
                shown ??= new StringBuilder();
                shown.Append(text, start, index - start);
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{(isWhole ? rune.Value : text[index]):X4}⟩");
                start = index + length;
            }

            index += length;
        }

        return shown is null ? text : shown.Append(text, start, text.Length - start).ToString();
    }

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        '\r' => true,

        // Embeddings, overrides and isolates reorder what follows them; letters of any direction need none of them.
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        var value when (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };
}
