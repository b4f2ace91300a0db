using System.Globalization;

namespace Perf.Tool.Doctors;

/// <summary>The files in which Linux tells about itself, below a root that a test makes up; whatever is absent or unreadable is null.</summary>
/// <param name="Root">The folder that holds <c>proc</c> and <c>sys</c>.</param>
internal sealed record SystemFiles(string Root)
{
    /// <summary>The text of a file without blanks around it.</summary>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Root, path)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Its lines; none where it is absent.</summary>
    public string[] Lines(string path) => Text(path)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The number that a file holds.</summary>
    public double? Number(string path) => Parse(Text(path));

    /// <summary>The number behind a key in lines of the form <c>key number</c>.</summary>
    public double? Field(string path, string key) => Lines(path)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length == 2 && words[0] == key)
        .Select(words => Parse(words[1]))
        .FirstOrDefault();

    /// <summary>Whether a file is there.</summary>
    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>The names of the folders in a folder.</summary>
    public IEnumerable<string> Folders(string path)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(Path.Combine(Root, path)).Select(folder => Path.GetFileName(folder))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A number as the kernel writes it; null for anything else.</summary>
    public static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
