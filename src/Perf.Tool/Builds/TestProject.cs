using System.Text.Json;
using Perf.Files;
using Perf.Tool.Processes;

namespace Perf.Tool.Builds;

/// <summary>A test project in a working tree.</summary>
/// <param name="Path">The path of its file.</param>
internal sealed record TestProject(string Path)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The project that a user names, or the only one with promises below a folder.</summary>
    /// <exception cref="ToolException">There is none, or several.</exception>
    public static TestProject Find(string? named, string folder)
    {
        if (named is not null)
        {
            string path = System.IO.Path.GetFullPath(named, folder);
            string[] found = File.Exists(path) ? [path] : Directory.Exists(path) ? Directory.GetFiles(path, "*.csproj") : [];
            return found is [var only]
                ? new TestProject(only)
                : throw new ToolException($"{named} is not the path of a project, nor of a folder with one");
        }

        IReadOnlyList<TestProject> projects = Below(folder);
        return projects switch
        {
            [var only] => only,
            [] => throw new ToolException($"no project below {folder} refers to Perf.NUnit: name one with --project"),
            _ => throw new ToolException(
                $"several projects refer to Perf.NUnit: name one with --project\n  {string.Join("\n  ", projects.Select(project => System.IO.Path.GetRelativePath(folder, project.Path)))}"),
        };
    }

    /// <summary>The projects with promises below a folder.</summary>
    public static IReadOnlyList<TestProject> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{System.IO.Path.DirectorySeparatorChar}.perf{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(MakesPromises)
            .Order(StringComparer.Ordinal)
            .Select(path => new TestProject(path)),
    ];

    /// <summary>Where its build and its baselines are.</summary>
    /// <exception cref="ToolException">The project cannot be read.</exception>
    public async Task<ProjectLayout> Layout(string configuration, CancellationToken cancellation)
    {
        const string Assembly = "TargetPath";
        const string Baselines = "PerfBaselines";
        const string Environment = "PerfEnvironment";
        const string Packages = "ProjectAssetsFile";
        string answer = await Dotnet.OutputOf(
            Folder,
            ["msbuild", Path, $"-p:Configuration={configuration}", $"-getProperty:{Assembly}", $"-getProperty:{Baselines}", $"-getProperty:{Environment}", $"-getProperty:{Packages}"],
            cancellation);
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement properties = document.RootElement.GetProperty("Properties");
        return new ProjectLayout(
            properties.GetProperty(Assembly).GetString()!,
            properties.GetProperty(Baselines).GetString() is { Length: > 0 } baselines ? baselines : null,
            properties.GetProperty(Environment).GetString() is { Length: > 0 } environment ? environment : "cpu",
            File.Exists(properties.GetProperty(Packages).GetString()));
    }

    /// <summary>The same project in another working tree.</summary>
    /// <exception cref="ToolException">It is not there.</exception>
    public TestProject In(string root, string otherRoot)
    {
        string relative = System.IO.Path.GetRelativePath(root, Path);
        string other = System.IO.Path.Combine(otherRoot, relative);
        return File.Exists(other) ? new TestProject(other) : throw new ToolException($"that commit has no project {relative}: there is nothing to compare with");
    }

    /// <summary>Builds it.</summary>
    /// <returns>The folder of its output.</returns>
    /// <exception cref="ToolException">It does not build.</exception>
    public async Task<string> Build(string configuration, CancellationToken cancellation)
    {
        await Dotnet.OutputOf(Folder, ["build", Path, "-c", configuration, "-v:q", "-nologo", "-p:UseSharedCompilation=false"], cancellation);
        string answer = await Dotnet.OutputOf(
            Folder, ["msbuild", Path, $"-p:Configuration={configuration}", "-getProperty:TargetDir", "-getProperty:TargetName"], cancellation);
        using JsonDocument properties = JsonDocument.Parse(answer);
        return properties.RootElement.GetProperty("Properties").GetProperty("TargetDir").GetString()!;
    }

    /// <summary>Runs its tests as they were built.</summary>
    /// <param name="configuration">The build configuration.</param>
    /// <param name="filter">A part of their names, or a filter of <c>dotnet test</c>; null for all.</param>
    /// <param name="environment">Variables beside those of this process; null removes one.</param>
    /// <param name="cancellation">Ends them.</param>
    /// <param name="hears">Hears each line that they write, at once; null where nobody listens.</param>
    public Task<ChildProcess> Test(
        string configuration,
        string? filter,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellation,
        Action<string>? hears = null)
    {
        List<string> arguments = ["test", .. IsOnTestingPlatform() ? ["--project", Path] : new[] { Path }, "-c", configuration, "--no-build"];
        if (filter is not null)
        {
            arguments.AddRange(["--filter", FilterOf(filter)]);
        }

        return Dotnet.Run(Folder, arguments, environment, cancellation, hears);
    }

    /// <summary>The filter of <c>dotnet test</c> that a user means: a name alone means the tests that have it.</summary>
    public static string FilterOf(string text) => text.AsSpan().ContainsAny("=~!") ? text : $"FullyQualifiedName~{text}";

    private static bool MakesPromises(string project)
    {
        string text = File.ReadAllText(project);
        return text.Contains("Perf.NUnit", StringComparison.Ordinal)
            && (text.Contains("NUnit3TestAdapter", StringComparison.Ordinal) || text.Contains("EnableNUnitRunner", StringComparison.Ordinal));
    }

    // global.json decides how `dotnet test` takes its arguments.
    private bool IsOnTestingPlatform() =>
        FoldersAbove.Of(Folder).Select(folder => System.IO.Path.Combine(folder, "global.json")).FirstOrDefault(File.Exists) is { } nearest
            && File.ReadAllText(nearest).Contains("\"Microsoft.Testing.Platform\"", StringComparison.Ordinal);
}
