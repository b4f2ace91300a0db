using System.Text.Json;
using Perf.Files;

namespace Perf.Tool.Checks;

/// <summary>Where in a baseline file its series stand.</summary>
internal sealed class SeriesPlaces
{
    private readonly byte[] _text;
    private readonly List<int> _starts = [];

    /// <summary>Looks at a file that was read as a baseline before.</summary>
    public SeriesPlaces(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> mark = System.Text.Encoding.UTF8.Preamble;
        _text = bytes.AsSpan().StartsWith(mark) ? bytes[mark.Length..] : bytes;
        Utf8JsonReader reader = new(_text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals("series");
            reader.Read();
            if (!isIt)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                _starts.Add((int)reader.TokenStartIndex);
                reader.Skip();
            }
        }
    }

    /// <summary>The place of a series, from 0; or of the start of the file, where it has changed meanwhile.</summary>
    public TextPosition Of(int series) => TextPosition.At(_text, series < _starts.Count ? _starts[series] : 0);

    /// <summary>The place of a value outside of the series: <c>$.environment</c>.</summary>
    public TextPosition OfValue(string jsonPath) => TextPosition.At(_text, JsonPath.OffsetOf(_text, jsonPath) ?? 0);
}
