namespace Perf.Builds;

/// <summary>What lies below a folder.</summary>
internal static class FolderListing
{
    /// <summary>
    /// The files, by their paths within the folder, with slashes and in ordinal order. Links are followed, save those that
    /// lead back to a folder in which they lie: they have no end.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="except">A folder right below it that is left out; null for none.</param>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Of(string folder, string? except = null)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return
        [
            .. Below(new DirectoryInfo(full), [full])
                .Select(file => Path.GetRelativePath(full, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(path => except is null || !path.StartsWith(except + "/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The files that take space right there: no link is followed, and what may not be read is left out.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<FileInfo> OwnFiles(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles(
            "*",
            new EnumerationOptions
            {
                AttributesToSkip = FileAttributes.ReparsePoint,
                IgnoreInaccessible = true,
                RecurseSubdirectories = true,
            }),
    ];

    private static IEnumerable<string> Below(DirectoryInfo folder, IReadOnlyList<string> above)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is not DirectoryInfo inner)
            {
                yield return entry.FullName;
                continue;
            }

            string target = inner.LinkTarget is null
                ? inner.FullName
                : inner.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? inner.FullName;
            if (!above.Any(outer => IsAtOrAbove(target, outer)))
            {
                foreach (string file in Below(inner, [.. above, target]))
                {
                    yield return file;
                }
            }
        }
    }

    private static bool IsAtOrAbove(string target, string folder) =>
        (folder + Path.DirectorySeparatorChar).StartsWith(
            Path.TrimEndingDirectorySeparator(target) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
