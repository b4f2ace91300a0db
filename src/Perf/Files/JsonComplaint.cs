using System.Text.Json;

namespace Perf.Files;

/// <summary>Says in words of the file what the serialiser says of its own types and of properties in C#.</summary>
internal static class JsonComplaint
{
    private const string Missing = "missing required properties including: ";

    /// <summary>What is wrong with a JSON text.</summary>
    /// <param name="exception">What the serialiser said.</param>
    /// <param name="name">The value that it speaks of; <c>$</c> for the whole file.</param>
    public static string InWords(JsonException exception, string name)
    {
        if (exception.InnerException is JsonException)
        {
            // What is no JSON at all is told as the reader does.
            return exception.Message.TrimEnd('.');
        }

        int missing = exception.Message.IndexOf(Missing, StringComparison.Ordinal);
        if (missing < 0)
        {
            return $"the value of {name} is of the wrong kind";
        }

        string names = exception.Message[(missing + Missing.Length)..].Split(". ")[0].TrimEnd('.');
        return $"{(name == "$" ? "the file" : name)} lacks {names}";
    }

    /// <summary>The same with the whole path of the value, for files whose lines lead nobody there.</summary>
    public static string InWords(JsonException exception) =>
        InWords(exception, exception.Path is { Length: > 2 } path ? path[2..] : "$");
}
