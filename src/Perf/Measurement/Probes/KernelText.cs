using System.Globalization;

namespace Perf.Measurement.Probes;

/// <summary>Reads the small text files in which Linux tells about itself.</summary>
internal static class KernelText
{
    private const long BytesPerKibibyte = 1024;

    /// <summary>The lines of the file, none when it is absent or may not be read.</summary>
    public static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The whole file as a number, or null when it is absent, may not be read or is none ("max").</summary>
    public static long? Number(string path) => Lines(path) is [string line, ..] ? Parse(line) : null;

    /// <summary>The number behind the key in lines of the form <c>key number</c>, or null.</summary>
    public static long? Field(string[] lines, string key)
    {
        string? line = Array.Find(lines, line =>
            line.StartsWith(key, StringComparison.Ordinal)
            && line.Length > key.Length
            && char.IsWhiteSpace(line[key.Length]));
        return line is null ? null : Parse(line[key.Length..]);
    }

    /// <summary>The size behind the key in lines of the form <c>Key:   number kB</c>, in bytes, or null.</summary>
    public static long? Size(string[] lines, string key) =>
        Field([.. lines.Select(line => line.Replace(" kB", "", StringComparison.Ordinal))], key + ":")
        * BytesPerKibibyte;

    private static long? Parse(string text) =>
        long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
