using Perf.Files;

namespace Perf.Builds;

/// <summary>Compares the output folders of two builds: what is equal but for its stamps need not be measured.</summary>
internal static class BuildComparison
{
    // Debug data and documentation are run by nobody; what deps.json lists lies beside it; limits are no code. What a run
    // leaves behind (the NUnit adapter its nunit_random_seed.tmp) is no part of the build.
    private static readonly string[] Ignored = [".pdb", ".xml", ".deps.json", ".thresholds.yaml", ".trx", ".log", ".tmp"];

    // Where the sources lay, for tools that measure coverage.
    private const string PathsOfSources = ".msCoverageSourceRootsMapping_";

    private const int BlockSize = 1 << 16;

    /// <summary>The files that differ, by their paths within the folders; none where the builds do the same.</summary>
    /// <param name="baseFolder">The folder of one build.</param>
    /// <param name="headFolder">The folder of the other.</param>
    /// <param name="ofEqualPackages">
    /// Files that both have of the very same package: what a run did to its copy is no difference, and hundreds of megabytes need not be read.
    /// </param>
    /// <exception cref="PerfFileException">A folder cannot be read.</exception>
    public static IReadOnlyList<string> Differences(string baseFolder, string headFolder, IReadOnlySet<string> ofEqualPackages)
    {
        try
        {
            HashSet<string> before = [.. Files(baseFolder)];
            HashSet<string> now = [.. Files(headFolder)];
            return
            [
                .. before.Union(now)
                    .Where(file => !before.Contains(file) || !now.Contains(file)
                        || !IsSame(Path.Combine(baseFolder, file), Path.Combine(headFolder, file), ofEqualPackages.Contains(file)))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PerfFileException(baseFolder, null, null, "cannot be compared with this build", e.Message, e);
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith(PathsOfSources, StringComparison.Ordinal)
            && !Ignored.Any(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
        .Select(file => Path.GetRelativePath(folder, file));

    private static bool IsSame(string one, string other, bool isOfEqualPackages)
    {
        if (isOfEqualPackages ? new FileInfo(one).Length == new FileInfo(other).Length : IsSameBytes(one, other))
        {
            return true;
        }

        string end = Path.GetExtension(one).ToLowerInvariant();
        return end is ".dll" or ".exe" && AssemblyContent.Of(one) is { } before && AssemblyContent.Of(other) is { } now
            && before.AsSpan().SequenceEqual(now);
    }

    private static bool IsSameBytes(string one, string other)
    {
        using FileStream first = File.OpenRead(one);
        using FileStream second = File.OpenRead(other);
        if (first.Length != second.Length)
        {
            return false;
        }

        byte[] left = new byte[BlockSize];
        byte[] right = new byte[BlockSize];
        int read;
        while ((read = first.ReadAtLeast(left, BlockSize, throwOnEndOfStream: false)) > 0)
        {
            int also = second.ReadAtLeast(right, BlockSize, throwOnEndOfStream: false);
            if (!left.AsSpan(0, read).SequenceEqual(right.AsSpan(0, also)))
            {
                return false;
            }
        }

        return true;
    }
}
