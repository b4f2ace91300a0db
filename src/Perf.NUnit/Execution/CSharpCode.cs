namespace Perf.Execution;

/// <summary>A C# file without what its comments, strings and directives say: blanks in their place, lines as they were.</summary>
internal static class CSharpCode
{
    /// <summary>The text, of the same length.</summary>
    public static string Of(string source)
    {
        char[] code = source.ToCharArray();
        Scan(code, 0, isHole: false);
        return new string(code);
    }

    // Scans code to its end; a hole of an interpolated string to the brace that closes it.
    private static int Scan(char[] code, int at, bool isHole)
    {
        int depth = 0;
        bool isLineStart = !isHole;
        while (at < code.Length)
        {
            char letter = code[at];
            if (isHole && depth == 0 && letter == '}')
            {
                return at;
            }

            depth += letter switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
            int next = Next(code, at, isLineStart);
            isLineStart = letter == '\n' || (isLineStart && char.IsWhiteSpace(letter));
            at = next;
        }

        return at;
    }

    private static int Next(char[] code, int at, bool isLineStart) => code[at] switch
    {
        '/' when Is(code, at + 1, '/') => Blank(code, at, IndexOf(code, "\n", at)),
        '/' when Is(code, at + 1, '*') => Blank(code, at, IndexOf(code, "*/", at + 2) + 2),
        '#' when isLineStart => Blank(code, at, IndexOf(code, "\n", at)),
        '\'' => Blank(code, at, EndOfPlain(code, at, '\'')),
        '"' => String(code, at, dollars: 0, isVerbatim: false),
        '$' or '@' => Prefixed(code, at),
        _ => at + 1,
    };

    private static int Prefixed(char[] code, int at)
    {
        int dollars = 0;
        bool isVerbatim = false;
        int quote = at;
        for (; quote < code.Length && code[quote] is '$' or '@'; quote++)
        {
            dollars += code[quote] == '$' ? 1 : 0;
            isVerbatim |= code[quote] == '@';
        }

        return Is(code, quote, '"') ? String(code, quote, dollars, isVerbatim) : quote;
    }

    private static int String(char[] code, int quote, int dollars, bool isVerbatim)
    {
        int quotes = 0;
        while (Is(code, quote + quotes, '"'))
        {
            quotes++;
        }

        if (quotes >= 3)
        {
            int end = IndexOf(code, new string('"', quotes), quote + quotes) + quotes;
            return Blank(code, quote, end);
        }

        return dollars > 0 ? Interpolated(code, quote, isVerbatim)
            : Blank(code, quote, isVerbatim ? EndOfVerbatim(code, quote) : EndOfPlain(code, quote, '"'));
    }

    private static int Interpolated(char[] code, int quote, bool isVerbatim)
    {
        int at = quote + 1;
        while (at < code.Length && code[at] != '"')
        {
            if (code[at] == '{' && !Is(code, at + 1, '{'))
            {
                at = Scan(code, at + 1, isHole: true) + 1;
            }
            else
            {
                at += code[at] == '{' || (code[at] == '\\' && !isVerbatim) ? 2 : 1;
            }

            // A quote said twice is one of the text.
            at += isVerbatim && Is(code, at, '"') && Is(code, at + 1, '"') ? 2 : 0;
        }

        return Blank(code, quote, at + 1);
    }

    private static int EndOfPlain(char[] code, int at, char quote)
    {
        int end = at + 1;
        while (end < code.Length && code[end] != quote && code[end] != '\n')
        {
            end += code[end] == '\\' ? 2 : 1;
        }

        return end + 1;
    }

    private static int EndOfVerbatim(char[] code, int quote)
    {
        int end = quote + 1;
        while (end < code.Length && (code[end] != '"' || Is(code, end + 1, '"')))
        {
            end += code[end] == '"' ? 2 : 1;
        }

        return end + 1;
    }

    private static int Blank(char[] code, int begin, int end)
    {
        int last = Math.Min(end, code.Length);
        for (int at = begin; at < last; at++)
        {
            code[at] = code[at] == '\n' ? '\n' : ' ';
        }

        return Math.Max(last, begin + 1);
    }

    private static int IndexOf(char[] code, string text, int from) =>
        from < code.Length && code.AsSpan(from).IndexOf(text) is >= 0 and var at ? from + at : code.Length;

    private static bool Is(char[] code, int at, char letter) => at < code.Length && code[at] == letter;
}
