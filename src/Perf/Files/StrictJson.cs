using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Perf.Files;

/// <summary>
/// A UTF-8 text that is whole, well-formed JSON without a key said twice, and knows where its values stand.
/// </summary>
internal sealed class StrictJson
{
    private readonly string _path;
    private readonly byte[] _text;
    private readonly JsonReaderOptions _options;
    private readonly string _remedy;

    private StrictJson(string path, byte[] text, int deepest, string remedy)
    {
        _path = path;
        _text = text;
        _options = new JsonReaderOptions { MaxDepth = deepest };
        _remedy = remedy;
    }

    /// <summary>The text without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text => _text;

    /// <summary>Checks a text from its first byte to its last.</summary>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="deepest">How many levels of objects and arrays are accepted.</param>
    /// <param name="remedy">What to do about a file that is broken.</param>
    /// <exception cref="PerfFileException">
    /// The text is empty, truncated, not UTF-8, not JSON, too deep, or says a key twice.
    /// </exception>
    public static StrictJson Check(string path, byte[] bytes, int deepest, string remedy)
    {
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        byte[] text = bytes.AsSpan().StartsWith(mark) ? bytes[mark.Length..] : bytes;
        var json = new StrictJson(path, text, deepest, remedy);
        json.CheckEncoding();
        try
        {
            json.CheckKeys();
        }
        catch (JsonException exception)
        {
            throw json.Broken(exception);
        }

        return json;
    }

    /// <summary>The error that a value of this text is wrong.</summary>
    /// <param name="jsonPath">The value: <c>$.series[3].accepted</c>; null when the whole file is to blame.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="remedy">What to do; the remedy for broken files when null.</param>
    /// <param name="inner">The cause, if any.</param>
    public PerfFileException Wrong(string? jsonPath, string problem, string? remedy = null, Exception? inner = null) =>
        At(jsonPath is null ? null : JsonPath.OffsetOf(_text, jsonPath), problem, remedy ?? _remedy, inner);

    private PerfFileException At(int? offset, string problem, string remedy, Exception? inner = null)
    {
        TextPosition? position = offset is { } known ? TextPosition.At(_text, known) : null;
        return new PerfFileException(_path, position?.Line, position?.Column, problem, remedy, inner);
    }

    private void CheckEncoding()
    {
        if (Utf8.IsValid(_text))
        {
            return;
        }

        ReadOnlySpan<byte> rest = _text;
        while (Rune.DecodeFromUtf8(rest, out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            rest = rest[length..];
        }

        throw At(_text.Length - rest.Length, "is not UTF-8 text", $"save it as UTF-8, or {_remedy}");
    }

    private void CheckKeys()
    {
        var reader = new Utf8JsonReader(_text, _options);
        var keysOfOpenObjects = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    keysOfOpenObjects.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    keysOfOpenObjects.Pop();
                    break;
                case JsonTokenType.PropertyName when !keysOfOpenObjects.Peek().Add(KeyOf(in reader)):
                    throw At((int)reader.TokenStartIndex, $"says '{KeyOf(in reader)}' twice", "remove one of the two");
                default:
                    break;
            }
        }
    }

    private string KeyOf(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, written as an escape.
            throw At((int)reader.TokenStartIndex, "has a key that is not text", _remedy, exception);
        }
    }

    private PerfFileException Broken(JsonException exception)
    {
        ReadOnlySpan<byte> said = _text.AsSpan().TrimEnd(" \t\r\n"u8);
        if (said.IsEmpty)
        {
            return At(null, "is empty", _remedy, exception);
        }

        int line = TextPosition.StartOfLine(_text, exception.LineNumber ?? 0);
        if (_text.AsSpan(line).StartsWith(ConflictMarker))
        {
            return At(line, "has an unresolved merge conflict", "resolve it, or take one side whole", exception);
        }

        return CouldGoOn()
            ? At(said.Length, "ends in the middle: it is truncated", _remedy, exception)
            : At(
                line + (int)(exception.BytePositionInLine ?? 0),
                $"is not JSON: {WithoutPlace(exception.Message)}",
                _remedy,
                exception);
    }

    private static ReadOnlySpan<byte> ConflictMarker => "<<<<<<<"u8;

    // Whether nothing is wrong with the text but that it ends.
    private bool CouldGoOn()
    {
        try
        {
            var reader = new Utf8JsonReader(_text, isFinalBlock: false, new JsonReaderState(_options));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The parser appends its own count of lines, from 0, and of bytes.
    private static string WithoutPlace(string message)
    {
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.', ' ');
    }
}
