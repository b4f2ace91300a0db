using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Perf.Files;

/// <summary>A UTF-8 text that is whole, well-formed JSON without a key said twice, and knows where its values stand.</summary>
internal sealed class StrictJson
{
    private const string ConflictMarker = "<<<<<<<";

    private readonly string _path;
    private readonly byte[] _text;
    private readonly string _remedy;

    private StrictJson(string path, byte[] text, string remedy) => (_path, _text, _remedy) = (path, text, remedy);

    /// <summary>The text without a byte order mark.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>Checks a text from its first byte to its last.</summary>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="deepest">How many levels of objects and arrays are accepted.</param>
    /// <param name="remedy">What to do about a file that is broken.</param>
    /// <exception cref="PerfFileException">The text is empty, truncated, not UTF-8, not JSON, too deep, or says a key twice.</exception>
    public static StrictJson Check(string path, byte[] bytes, int deepest, string remedy)
    {
        byte[] text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var json = new StrictJson(path, text, remedy);
        json.CheckEncoding();
        try
        {
            json.CheckKeys(deepest);
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

    private void CheckKeys(int deepest)
    {
        var reader = new Utf8JsonReader(_text, new JsonReaderOptions { MaxDepth = deepest });
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
        int line = TextPosition.StartOfLine(_text, exception.LineNumber ?? 0);
        int offset = line + (int)(exception.BytePositionInLine ?? 0);
        if (_text.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return At(null, "is empty", _remedy, exception);
        }

        if (Encoding.UTF8.GetString(_text.AsSpan(line)).StartsWith(ConflictMarker, StringComparison.Ordinal))
        {
            return At(line, "has an unresolved merge conflict", "resolve it, or take one side whole", exception);
        }

        // The parser has read all there is and still waits for more.
        return offset >= _text.AsSpan().TrimEnd(" \t\r\n"u8).Length
            ? At(offset, "ends in the middle: it is truncated", _remedy, exception)
            : At(offset, $"is not JSON: {WithoutPlace(exception.Message)}", _remedy, exception);
    }

    // The parser appends its own count of lines, from 0, and of bytes.
    private static string WithoutPlace(string message)
    {
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.', ' ');
    }
}
