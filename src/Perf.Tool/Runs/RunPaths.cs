using Microsoft.Extensions.FileSystemGlobbing;
using Perf.Reporting;

namespace Perf.Tool.Runs;

/// <summary>Finds the records of runs that a user means by files, folders and patterns.</summary>
internal static class RunPaths
{
    private const string Remedy = $"run the tests, or name a {RunFiles.Name} (artifacts/perf/<test project>/{RunFiles.Name})";

    /// <summary>The files, each once, in the order in which they are named.</summary>
    /// <param name="names">
    /// Files, whether they are there or not; folders, which stand for every record of a run in and below them; patterns with <c>*</c> and
    /// <c>**</c>.
    /// </param>
    /// <param name="folder">What relative names are relative to.</param>
    /// <exception cref="ToolException">A folder or a pattern has no record.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> names, string folder) =>
        [.. names.SelectMany(name => Find(name, folder)).DistinctBy(path => Path.GetFullPath(path, folder), StringComparer.Ordinal)];

    private static IEnumerable<string> Find(string name, string folder)
    {
        string path = Path.GetFullPath(name, folder);
        if (Directory.Exists(path))
        {
            string[] below = [.. Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Prepend(path)
                .SelectMany(inside => new RunFolder(inside).RunFiles)
                .Order(StringComparer.Ordinal)];
            return below.Length > 0 ? below.Select(Shown) : throw new ToolException($"{name} holds no {RunFiles.Name}: {Remedy}");
        }

        if (File.Exists(path) || !HasWildcard(name))
        {
            return [name];
        }

        string[] matching = [.. Matching(path).Order(StringComparer.Ordinal)];
        return matching.Length > 0 ? matching.Select(Shown) : throw new ToolException($"no file matches {name}: {Remedy}");

        // What is found is named as the user names things.
        string Shown(string found) => Path.IsPathRooted(name) ? found : Path.GetRelativePath(folder, found);
    }

    private static bool HasWildcard(string name) => name.Contains('*');

    private static IEnumerable<string> Matching(string pattern)
    {
        // The library matches below a folder: the part of the path before the first wildcard.
        string root = pattern;
        while (HasWildcard(root))
        {
            root = Path.GetDirectoryName(root)!;
        }

        Matcher matcher = new(StringComparison.Ordinal);
        matcher.AddInclude(Path.GetRelativePath(root, pattern).Replace('\\', '/'));
        return matcher.GetResultsInFullPath(root);
    }
}
