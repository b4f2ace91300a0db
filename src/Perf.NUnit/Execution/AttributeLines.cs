namespace Perf.Execution;

/// <summary>The attributes above a method in a C# file, with their lines.</summary>
internal sealed class AttributeLines
{
    private readonly List<(string Name, int Line)> _attributes = [];

    /// <summary>Reads them; there are none where the method is not found.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="firstLine">The line of its first statement, from 1.</param>
    public AttributeLines(string source, string method, int firstLine)
    {
        string code = CSharpCode.Of(source);
        int body = StartOfLine(code, firstLine + 1);
        for (int at = NameBefore(code, method, body); at >= 0; at = NameBefore(code, method, at))
        {
            int begin = BeginOfMember(code, at);
            ReadSections(code, begin, at);
            if (_attributes.Count > 0)
            {
                // A call of the method by its own body has none.
                return;
            }
        }
    }

    /// <summary>The lines of the attributes of a type, in their order.</summary>
    /// <param name="type">The name of the type: <c>MaxDurationAttribute</c>.</param>
    public IReadOnlyList<int> Of(string type)
    {
        string name = type.EndsWith("Attribute", StringComparison.Ordinal) ? type[..^"Attribute".Length] : type;
        return [.. _attributes.Where(attribute => attribute.Name == name || attribute.Name == type).Select(attribute => attribute.Line)];
    }

    private static int StartOfLine(string code, int line)
    {
        int at = 0;
        for (int number = 1; number < line && at < code.Length; number++)
        {
            int end = code.IndexOf('\n', at);
            at = end < 0 ? code.Length : end + 1;
        }

        return at;
    }

    // The last place before another where the name stands as a word and something follows it in parentheses or angle brackets.
    private static int NameBefore(string code, string name, int before)
    {
        for (int at = LastIndex(before); at >= 0; at = LastIndex(at))
        {
            int end = at + name.Length;
            int next = end;
            while (next < code.Length && char.IsWhiteSpace(code[next]))
            {
                next++;
            }

            if ((at == 0 || !IsWord(code[at - 1])) && next < code.Length && code[next] is '(' or '<')
            {
                return at;
            }
        }

        return -1;

        int LastIndex(int limit) => limit <= 0 ? -1 : code.LastIndexOf(name, limit - 1, StringComparison.Ordinal);
    }

    // What ends the member before: a brace or a semicolon outside of all brackets.
    private static int BeginOfMember(string code, int at)
    {
        int depth = 0;
        for (int index = at - 1; index >= 0; index--)
        {
            depth += code[index] switch { ']' or ')' => 1, '[' or '(' => -1, _ => 0 };
            if (depth <= 0 && code[index] is ';' or '{' or '}')
            {
                return index + 1;
            }
        }

        return 0;
    }

    private void ReadSections(string code, int begin, int end)
    {
        int depth = 0;
        bool isName = false;
        for (int index = begin; index < end; index++)
        {
            char letter = code[index];
            depth += letter is '[' or '(' or '{' ? 1 : letter is ']' or ')' or '}' ? -1 : 0;

            // A name comes after the bracket of a section, a comma in it, or the target of an attribute.
            isName = (isName && char.IsWhiteSpace(letter)) || (depth == 1 && letter is '[' or ',' or ':');
            if (index + 1 < end && isName && IsWord(code[index + 1]))
            {
                index = ReadName(code, index + 1, end) - 1;
                isName = false;
            }
        }
    }

    private int ReadName(string code, int begin, int end)
    {
        int at = begin;
        while (at < end && (IsWord(code[at]) || code[at] == '.'))
        {
            at++;
        }

        string name = code[begin..at];
        _attributes.Add((name[(name.LastIndexOf('.') + 1)..], 1 + code.AsSpan(0, begin).Count('\n')));
        return at;
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '@';
}
