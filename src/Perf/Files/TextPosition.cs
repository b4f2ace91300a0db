using System.Text;

namespace Perf.Files;

/// <summary>A place in a text, as editors count.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
internal readonly record struct TextPosition(int Line, int Column)
{
    private const byte NewLine = (byte)'\n';

    /// <summary>The place of a byte of a UTF-8 text.</summary>
    public static TextPosition At(ReadOnlySpan<byte> utf8, int offset)
    {
        ReadOnlySpan<byte> before = utf8[..Math.Clamp(offset, 0, utf8.Length)];
        ReadOnlySpan<byte> lineBefore = before[(before.LastIndexOf(NewLine) + 1)..];
        return new TextPosition(before.Count(NewLine) + 1, Encoding.UTF8.GetCharCount(lineBefore) + 1);
    }

    /// <summary>The byte at which a line of a UTF-8 text starts.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="line">The line, from 0.</param>
    public static int StartOfLine(ReadOnlySpan<byte> utf8, long line)
    {
        int start = 0;
        for (long i = 0; i < line; i++)
        {
            int length = utf8[start..].IndexOf(NewLine);
            if (length < 0)
            {
                break;
            }

            start += length + 1;
        }

        return start;
    }
}
