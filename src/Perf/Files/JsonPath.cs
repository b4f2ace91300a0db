using System.Globalization;
using System.Text.Json;

namespace Perf.Files;

/// <summary>Finds where in a JSON text a value stands, for the message that says what is wrong with it.</summary>
internal static class JsonPath
{
    /// <summary>The byte at which the value of a path begins, or null when there is no such value.</summary>
    /// <param name="json">A text that is known to be JSON.</param>
    /// <param name="path">A path of plain names and indices: <c>$.series[3].accepted</c>.</param>
    public static int? OffsetOf(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        foreach (string step in path.Split('.', '[').Skip(1))
        {
            bool found = step.EndsWith(']') ? ToElement(ref reader, step.TrimEnd(']')) : ToProperty(ref reader, step);
            if (!found)
            {
                return null;
            }
        }

        return (int)reader.TokenStartIndex;
    }

    private static bool ToProperty(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool ToElement(ref Utf8JsonReader reader, string index)
    {
        if (reader.TokenType != JsonTokenType.StartArray
            || !int.TryParse(index, CultureInfo.InvariantCulture, out int rest))
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (rest-- == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
