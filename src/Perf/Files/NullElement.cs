using System.Text;
using System.Text.Json;

namespace Perf.Files;

/// <summary>Looks for elements of lists that are null, which the serialiser lets pass whatever the type says.</summary>
internal static class NullElement
{
    /// <summary>The place of the first; null where there is none.</summary>
    /// <param name="json">A text that is known to be JSON.</param>
    public static TextPosition? In(string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(utf8);
        Stack<bool> isList = new();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && isList.TryPeek(out bool inList) && inList)
            {
                return TextPosition.At(utf8, (int)reader.TokenStartIndex);
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                isList.Push(reader.TokenType == JsonTokenType.StartArray);
            }
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                isList.Pop();
            }
        }

        return null;
    }
}
