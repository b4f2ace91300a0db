namespace Perf.Thresholds.Yaml;

/// <summary>The lengths of the lines of a text, so that a place can be kept within it.</summary>
internal sealed class TextLines
{
    private readonly List<int> _lengths = [];

    public TextLines(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isHalfOfBreak = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (text[i] is not ('\r' or '\n') || isHalfOfBreak)
            {
                continue;
            }

            int breakLength = text[i] == '\n' && i > start && text[i - 1] == '\r' ? 2 : 1;
            _lengths.Add(i + 1 - breakLength - start);
            start = i + 1;
        }

        _lengths.Add(text.Length - start);
    }

    /// <summary>The range from one place to another, both moved into the text; lines and columns from 1.</summary>
    public TextRange Range(long line, long column, long endLine, long endColumn)
    {
        (int Line, int Column) start = Within(line, column);
        (int Line, int Column) end = Within(endLine, endColumn);
        return end.CompareTo(start) < 0
            ? new TextRange(start.Line, start.Column, start.Line, start.Column)
            : new TextRange(start.Line, start.Column, end.Line, end.Column);
    }

    // A parser counts the end of a text as a line of its own.
    private (int Line, int Column) Within(long line, long column)
    {
        if (line > _lengths.Count)
        {
            return (_lengths.Count, _lengths[_lengths.Count - 1] + 1);
        }

        int lineInText = (int)Math.Max(1, line);
        return (lineInText, (int)Math.Max(1, Math.Min(column, _lengths[lineInText - 1] + 1)));
    }
}
