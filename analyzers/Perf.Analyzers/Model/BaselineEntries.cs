using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Perf.Analyzers.Model;

/// <summary>
/// Finds the tests of a baseline file: the members <c>test</c> and <c>metric</c> of the objects in <c>series</c>. It skips
/// everything else, and what is no JSON has no entries from there on: the run time says what is wrong with it.
/// </summary>
/// <remarks>The compiler brings no JSON reader that every host of analyzers has, and samples make the files long.</remarks>
internal sealed class BaselineEntries
{
    private const int MostNested = 64;
    private static readonly char[] EndsOfNumbers = [']', '[', '{', '"'];

    private readonly string _text;
    private readonly ImmutableArray<BaselineEntry>.Builder _entries = ImmutableArray.CreateBuilder<BaselineEntry>();
    private int _at;

    private BaselineEntries(string text) => _text = text;

    /// <summary>The series of a text, as far as it can be read.</summary>
    public static BaselineContent Read(string text)
    {
        BaselineEntries reader = new(text);
        bool isOriginalShape = false;
        reader.Skip("\uFEFF");
        reader.Object(member =>
        {
            isOriginalShape |= member == "analysis";
            return member == "series" ? reader.Array(reader.Series) : reader.Value(depth: 1);
        });
        return new BaselineContent(reader._entries.ToImmutable(), isOriginalShape);
    }

    private bool Series()
    {
        (string Text, int Start, int Length)? test = null;
        string? metric = null;
        bool isWhole = Object(member => member switch
        {
            "test" => (test = String()) is not null,
            "metric" => (metric = String()?.Text) is not null,
            _ => Value(3),
        });
        if (isWhole && test is { } named && metric is not null)
        {
            _entries.Add(new BaselineEntry(named.Text, metric, named.Start, named.Length));
        }

        return isWhole;
    }

    private bool Value(int depth)
    {
        switch (Peek())
        {
            case '"':
                return String() is not null;
            case '{':
                return depth < MostNested && Object(_ => Value(depth + 1));
            case '[':
                return SkipNumbers() || (depth < MostNested && Array(() => Value(depth + 1)));
            default:
                int start = _at;
                while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
                {
                    _at++;
                }

                return _at > start;
        }
    }

    // Samples are nearly all of a long file: up to the end of their array in one stride.
    private bool SkipNumbers()
    {
        int end = _text.IndexOfAny(EndsOfNumbers, _at + 1);
        if (end < 0 || _text[end] != ']')
        {
            return false;
        }

        _at = end + 1;
        return true;
    }

    private bool Object(Func<string, bool> member)
    {
        if (!Skip("{"))
        {
            return false;
        }

        if (Skip("}"))
        {
            return true;
        }

        do
        {
            if (String() is not { } name || !Skip(":") || !member(name.Text))
            {
                return false;
            }
        }
        while (Skip(","));
        return Skip("}");
    }

    private bool Array(Func<bool> item)
    {
        if (!Skip("["))
        {
            return false;
        }

        if (Skip("]"))
        {
            return true;
        }

        do
        {
            if (!item())
            {
                return false;
            }
        }
        while (Skip(","));
        return Skip("]");
    }

    private (string Text, int Start, int Length)? String()
    {
        if (!Skip("\""))
        {
            return null;
        }

        int start = _at;
        StringBuilder text = new();
        for (; _at < _text.Length && _text[_at] is not ('"' or '\n'); _at++)
        {
            if (_text[_at] != '\\')
            {
                text.Append(_text[_at]);
            }
            else if (!Escape(text))
            {
                return null;
            }
        }

        int length = _at - start;
        bool isClosed = _at < _text.Length && _text[_at++] == '"';
        return isClosed ? (text.ToString(), start, length) : null;
    }

    private bool Escape(StringBuilder text)
    {
        if (++_at >= _text.Length)
        {
            return false;
        }

        const string Letters = "\"\\/bfnrt";
        const string Meanings = "\"\\/\b\f\n\r\t";
        int known = Letters.IndexOf(_text[_at]);
        if (known >= 0)
        {
            text.Append(Meanings[known]);
            return true;
        }

        if (_text[_at] != 'u'
            || _at + 4 >= _text.Length
            || !int.TryParse(
                _text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            return false;
        }

        text.Append((char)code);
        _at += 4;
        return true;
    }

    private char Peek()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Skip(string mark)
    {
        if (Peek() != mark[0])
        {
            return false;
        }

        _at++;
        return true;
    }
}
