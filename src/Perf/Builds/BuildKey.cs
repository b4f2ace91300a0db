using Perf.Files;

namespace Perf.Builds;

/// <summary>The name of a build and of its folder.</summary>
internal static class BuildKey
{
    /// <summary>The folder of the contents, beside those of the builds.</summary>
    public const string Objects = "files";

    /// <summary>The end of the names of folders that are being made or being deleted.</summary>
    public const string Unfinished = ".unfinished";

    private static readonly char[] Refused = [.. Path.GetInvalidFileNameChars().Union("/\\:")];

    /// <summary>The folder of a build.</summary>
    /// <exception cref="PerfFileException">The name would lead elsewhere, or means something else here.</exception>
    public static string FolderOf(string root, string key) => MayBeKey(key)
        ? Path.Combine(root, key)
        : throw new PerfFileException(
            root, null, null, $"can have no build named \"{key}\"", "give the build the name of a plain folder: letters, digits, hyphens");

    /// <summary>Whether a folder of the store is a finished build.</summary>
    public static bool IsBuild(string folder) => MayBeKey(Path.GetFileName(folder));

    // Windows drops dots and spaces at the end of a name, and tells no capital letters.
    private static bool MayBeKey(string key) =>
        key.Length > 0
        && key[0] != '.'
        && key[^1] is not ('.' or ' ')
        && key.IndexOfAny(Refused) < 0
        && !key.Equals(Objects, StringComparison.OrdinalIgnoreCase)
        && !key.EndsWith(Unfinished, StringComparison.OrdinalIgnoreCase)
        && !key.EndsWith(BuildManifest.Extension, StringComparison.OrdinalIgnoreCase);
}
