using System.Text;

namespace Perf.Reporting;

/// <summary>
/// Markdown that stays below a size: what no longer fits is counted instead of written, since a CI server drops a job summary that is
/// too large as a whole.
/// </summary>
/// <param name="mostBytes">The size, bytes in UTF-8.</param>
internal sealed class MarkdownText(long mostBytes)
{
    // For what closes the text: tags, and how much is left out.
    private const int Reserve = 512;

    private readonly StringBuilder _text = new();
    private long _bytes;

    /// <summary>How many parts did not fit.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Appends a part as a whole, or counts it.</summary>
    public void Add(string part)
    {
        int bytes = Encoding.UTF8.GetByteCount(part);
        if (_bytes + bytes > mostBytes - Reserve)
        {
            LeftOut++;
            return;
        }

        Close(part);
    }

    /// <summary>Appends what closes something that was begun, whatever the size.</summary>
    public void Close(string part)
    {
        _bytes += Encoding.UTF8.GetByteCount(part);
        _text.Append(part);
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    /// <summary>A text as one line, or as the cell of a table: a name may hold anything.</summary>
    public static string Cell(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace('\n', ' ');

    /// <summary>A text of several lines as it is, fenced by more backticks than it has in a row.</summary>
    public static string Fenced(string text)
    {
        int longest = 0;
        int present = 0;
        foreach (char letter in text)
        {
            present = letter == '`' ? present + 1 : 0;
            longest = Math.Max(longest, present);
        }

        string fence = new('`', Math.Max(3, longest + 1));
        return $"{fence}text\n{text}\n{fence}\n";
    }
}
