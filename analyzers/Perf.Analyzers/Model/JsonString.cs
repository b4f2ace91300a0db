using System.Globalization;
using System.Text;

namespace Perf.Analyzers.Model;

/// <summary>A string of a JSON text.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Start">Where it starts in the text, after its quote.</param>
/// <param name="Length">How long it is there, escapes and all.</param>
internal readonly record struct JsonString(string Text, int Start, int Length)
{
    /// <summary>Reads a string up to its closing quote and past it; null where it has none, or an escape that is none.</summary>
    /// <param name="json">The whole text.</param>
    /// <param name="at">The place after the opening quote; moved on.</param>
    public static JsonString? Read(string json, ref int at)
    {
        int start = at;
        StringBuilder text = new();
        for (; at < json.Length && json[at] is not ('"' or '\n'); at++)
        {
            if (json[at] != '\\')
            {
                text.Append(json[at]);
            }
            else if (!Escape(json, ref at, text))
            {
                return null;
            }
        }

        int length = at - start;
        bool isClosed = at < json.Length && json[at++] == '"';
        return isClosed ? new JsonString(text.ToString(), start, length) : null;
    }

    private static bool Escape(string json, ref int at, StringBuilder text)
    {
        if (++at >= json.Length)
        {
            return false;
        }

        const string Letters = "\"\\/bfnrt";
        const string Meanings = "\"\\/\b\f\n\r\t";
        int known = Letters.IndexOf(json[at]);
        if (known >= 0)
        {
            text.Append(Meanings[known]);
            return true;
        }

        if (json[at] != 'u'
            || at + 4 >= json.Length
            || !int.TryParse(
                json.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            return false;
        }

        text.Append((char)code);
        at += 4;
        return true;
    }
}
