using System.Reflection;
using Perf.Files;

namespace Perf.Execution;

/// <summary>
/// Where the files of a test project are, as its build noted in the assembly, relative to the output folder, so that neither
/// the working directory nor an IDE's own folders matter.
/// </summary>
/// <param name="OutputFolder">The folder of the test assembly.</param>
/// <param name="AssemblyName">The test assembly.</param>
/// <param name="Baselines">The folder of thresholds and baselines; null when the project has none.</param>
/// <param name="Project">The project as a reader names it, relative to the folder that holds <paramref name="Baselines"/>.</param>
/// <param name="Environment">MSBuild property <c>PerfEnvironment</c>.</param>
internal sealed record BuildLayout(
    string OutputFolder, string AssemblyName, string? Baselines, string Project, string Environment)
{
    /// <summary>MSBuild property <c>PerfBuildOptions</c>: what <c>dotnet test</c> takes to make this build and no other; null where nothing.</summary>
    public string? BuildOptions { get; init; }

    /// <summary>The folder that holds the baselines folder, and so the source tree; the output folder without one.</summary>
    public string Root => Baselines is null ? OutputFolder : Path.GetDirectoryName(Baselines)!;

    /// <summary>The build's own copy of the thresholds file.</summary>
    public string ThresholdsCopy => Path.Combine(OutputFolder, $"{AssemblyName}.thresholds.yaml");

    /// <summary>The layout that the build of an assembly noted; the nearest <c>baselines</c> folder above it without a note.</summary>
    public static BuildLayout Of(Assembly tests)
    {
        Dictionary<string, string?> notes = tests.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(note => note.Key.StartsWith("Perf.", StringComparison.Ordinal))
            .GroupBy(note => note.Key)
            .ToDictionary(group => group.Key, group => group.First().Value);
        string output = Path.GetDirectoryName(tests.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
        string name = tests.GetName().Name!;
        string? noted = notes.GetValueOrDefault("Perf.Baselines") is { Length: > 0 } relative
            ? Path.GetFullPath(Path.Combine(output, relative))
            : null;
        string? baselines = noted is not null && Directory.Exists(noted) ? noted : Nearest(output) ?? noted;
        return new BuildLayout(
            output,
            name,
            baselines,
            notes.GetValueOrDefault("Perf.Project") is { Length: > 0 } project ? project.Replace('\\', '/').TrimEnd('/') : name,
            notes.GetValueOrDefault("Perf.Environment") is { Length: > 0 } environment ? environment : "cpu")
        {
            BuildOptions = notes.GetValueOrDefault("Perf.BuildOptions") is { Length: > 0 } options ? options : null,
        };
    }

    /// <summary>A path below the root the way a reader finds it; any other as it is.</summary>
    public string Show(string path)
    {
        string relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    private static string? Nearest(string from) =>
        FoldersAbove.Of(from).Select(folder => Path.Combine(folder, "baselines")).FirstOrDefault(Directory.Exists);
}
