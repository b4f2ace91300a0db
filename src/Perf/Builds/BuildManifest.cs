namespace Perf.Builds;

/// <summary>What a build is made of, as text: a line <c>hash  length  path</c> for each file.</summary>
internal static class BuildManifest
{
    /// <summary>The end of a manifest's name, which begins with the build's.</summary>
    public const string Extension = ".manifest";

    /// <summary>The text, for files in a fixed order.</summary>
    public static string TextOf(IEnumerable<StoredFile> files) => string.Concat(files.Select(file => $"{file}\n"));

    /// <summary>The files; null where the text is no manifest, or broken.</summary>
    public static IReadOnlyList<StoredFile>? Parse(string text)
    {
        string[] lines = text.Split('\n');
        StoredFile[] files = [.. lines.SkipLast(1).Select(StoredFile.Parse).OfType<StoredFile>()];
        return lines[^1].Length == 0 && files.Length == lines.Length - 1 ? files : null;
    }

    /// <summary>The files of a kept build; null where it has no manifest, or none that can be read.</summary>
    public static IReadOnlyList<StoredFile>? Of(string build)
    {
        try
        {
            string path = build + Extension;
            return File.Exists(path) ? Parse(File.ReadAllText(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
