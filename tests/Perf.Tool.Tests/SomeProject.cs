namespace Perf.Tool.Tests;

/// <summary>A test project with promises in a repository of a test, built against what was just built here.</summary>
internal static class SomeProject
{
    /// <summary>The variables in which the tool is run: none of the run above it decides for it.</summary>
    public static IReadOnlyDictionary<string, string?> Environment { get; } = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("PERF_", StringComparison.OrdinalIgnoreCase)
            || name.Equals("ACCELERATOR", StringComparison.OrdinalIgnoreCase)
            || name is "CI")
        .Where(name => name != "MSBUILDDISABLENODEREUSE")
        .ToDictionary(name => name, _ => (string?)null);

    /// <summary>Writes <c>tests/App.Perf/App.Perf.csproj</c>, and what keeps files of folders above out of it.</summary>
    public static void Write(SomeRepository repository)
    {
        SomeTestProject.Write(repository.Root, "App.Perf");
        repository.Write(".gitignore", "bin/\nobj/\nartifacts/\n.perf/\n");
    }
}
