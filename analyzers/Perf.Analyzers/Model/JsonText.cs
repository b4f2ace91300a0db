using System.Globalization;

namespace Perf.Analyzers.Model;

/// <summary>
/// Goes forward through a JSON text, and keeps nothing of it. Each step says whether what it was to pass was there: where it was
/// not the way ends.
/// </summary>
/// <remarks>The compiler brings no JSON reader that every host of analyzers has.</remarks>
internal sealed class JsonText
{
    private const int MostNested = 64;
    private static readonly char[] EndsOfNumbers = [']', '[', '{', '"'];

    private readonly string _text;
    private int _at;

    public JsonText(string text)
    {
        _text = text;
        Skip("\uFEFF");
    }

    /// <summary>Goes past any value.</summary>
    /// <param name="depth">How many objects and arrays it lies in: a text may nest deeper than the stack.</param>
    public bool Value(int depth)
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

    /// <summary>Goes past any value, and reads it where it is a number from 0 on; null for all else.</summary>
    public bool NotNegative(int depth, out double? number)
    {
        Peek();
        int start = _at;
        bool isValue = Value(depth);

        // NaN and numbers beyond all bounds are read by some hosts, and are no JSON.
        bool isNumber = double.TryParse(
            _text.Substring(start, _at - start),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double read);
        number = isNumber && read is >= 0 and <= double.MaxValue ? read : null;
        return isValue;
    }

    /// <summary>Goes past any value, and counts the items of an array; none of all else.</summary>
    public bool Items(int depth, out int count)
    {
        int items = 0;
        bool isValue = Peek() == '[' ? Array(Item) : Value(depth);
        count = items;
        return isValue;

        bool Item()
        {
            items++;
            return Value(depth + 1);
        }
    }

    /// <summary>Goes through an object.</summary>
    /// <param name="member">Goes past the value of the member of a name.</param>
    public bool Object(Func<string, bool> member)
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

    /// <summary>Goes through an array.</summary>
    /// <param name="item">Goes past an item.</param>
    public bool Array(Func<bool> item)
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

    /// <summary>Goes past a string; null where there is none.</summary>
    public JsonString? String() => Skip("\"") ? JsonString.Read(_text, ref _at) : null;

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
