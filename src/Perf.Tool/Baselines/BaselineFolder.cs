using Perf.Files;

namespace Perf.Tool.Baselines;

/// <summary>The folder of thresholds and baselines that tests use.</summary>
/// <param name="Path">The folder.</param>
internal sealed record BaselineFolder(string Path)
{
    private const string Name = "baselines";
    private const string Candidates = "*.candidate.json";

    /// <summary>The folder that holds it: the root of reports and of kept builds.</summary>
    public string Root => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>The thresholds file, which need not exist.</summary>
    public string ThresholdsFile => System.IO.Path.Combine(Path, "thresholds.yaml");

    /// <summary>The builds that baselines were recorded from.</summary>
    public string Builds => System.IO.Path.Combine(Root, ".perf", "builds");

    /// <summary>The baseline files, by name.</summary>
    public IReadOnlyList<string> BaselineFiles =>
    [
        .. Directory.EnumerateFiles(Path, "*.json")
            .Where(file => !file.EndsWith(".candidate.json", StringComparison.OrdinalIgnoreCase)
                && !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
                && !System.IO.Path.GetFileName(file).StartsWith('.'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What runs without a baseline left behind.</summary>
    public IReadOnlyList<string> CandidateFiles =>
        [.. new[] { Path, System.IO.Path.Combine(Root, "artifacts", "perf") }.Where(Directory.Exists).SelectMany(BelowIt)];

    /// <summary>The baseline of an environment, which need not exist.</summary>
    /// <exception cref="ToolException">Its name is no name of a file: it would be a file elsewhere.</exception>
    public string FileOf(string environment) => environment.Length > 0 && environment.IndexOfAny(['/', '\\', '\0']) < 0
        ? System.IO.Path.Combine(Path, $"{environment}.json")
        : throw new ToolException($"the environment \"{environment}\" is no name of a file: name the baseline to write");

    /// <summary>The nearest one at or above a folder, as the build of a test project finds it.</summary>
    /// <param name="from">The folder; one that is named <c>baselines</c> is it.</param>
    /// <exception cref="ToolException">There is none.</exception>
    public static BaselineFolder Find(string from) => TryFind(from)
        ?? throw new ToolException(
            $"there is no folder {Name} at or above {from}: go to the test project, or record a baseline (dotnet perf baseline record)");

    /// <summary>As <see cref="Find"/>; null where there is none.</summary>
    public static BaselineFolder? TryFind(string from)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(from));
        if (System.IO.Path.GetFileName(full) == Name && Directory.Exists(full))
        {
            return new BaselineFolder(full);
        }

        string[] found = [.. FoldersAbove.Of(full).Select(folder => System.IO.Path.Combine(folder, Name)).Where(Directory.Exists)];

        // As the targets of the package look for it: by what it may hold.
        string? nearest = found.FirstOrDefault(folder => File.Exists(System.IO.Path.Combine(folder, "thresholds.yaml")))
            ?? found.FirstOrDefault(folder => new BaselineFolder(folder).BaselineFiles.Count > 0)
            ?? found.FirstOrDefault();
        return nearest is null ? null : new BaselineFolder(nearest);
    }

    /// <summary>The named baselines, or all of the nearest folder.</summary>
    /// <param name="named">A file; null for all.</param>
    /// <param name="folder">Where the user is.</param>
    /// <exception cref="ToolException">There is no folder, or no baseline in it.</exception>
    public static IReadOnlyList<string> Chosen(string? named, string folder)
    {
        if (named is not null)
        {
            return [System.IO.Path.GetRelativePath(folder, System.IO.Path.GetFullPath(named, folder))];
        }

        BaselineFolder baselines = Find(folder);
        return baselines.BaselineFiles.Count > 0
            ? [.. baselines.BaselineFiles.Select(file => System.IO.Path.GetRelativePath(folder, file))]
            : throw new ToolException($"{System.IO.Path.GetRelativePath(folder, baselines.Path)} has no baseline: record one (dotnet perf baseline record)");
    }

    private static IEnumerable<string> BelowIt(string folder) =>
        Directory.EnumerateFiles(folder, Candidates, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
