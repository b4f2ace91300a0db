using Perf.Baselines;

namespace Perf.Tool.Doctors;

/// <summary>
/// Whether tests are run with the variables that take the worst noise away. The package's run settings set them for
/// <c>dotnet test</c>; run settings of one's own replace those.
/// </summary>
internal static class EnvironmentChecks
{
    private const string WhatToDo = "repeat the variables of the package's perf.runsettings, as ci.runsettings of the Perf repository does";

    /// <summary>All of them.</summary>
    /// <param name="folder">The folder whose projects are meant.</param>
    /// <param name="variable">The value of an environment variable.</param>
    public static IEnumerable<Finding> Of(string folder, Func<string, string?> variable) => [RunSettings(folder), Runtime(variable), .. Contradictions(variable)];

    private static Finding RunSettings(string folder)
    {
        const string Name = "hardening";
        string[] lacking = [.. FilesIn(folder)
            .Select(file => (File: Path.GetRelativePath(folder, file), Missing: Missing(file)))
            .Where(file => file.Missing.Length > 0)
            .Select(file => $"{file.File.Replace('\\', '/')} lacks {string.Join(", ", file.Missing)}")];
        return lacking.Length == 0
            ? Finding.Ok(Name, "the package's run settings set it for `dotnet test`")
            : new Finding(
                Name,
                FindingLevel.Warning,
                string.Join("; ", lacking),
                "run settings of one's own replace the package's: without these a neighbour's load moves times by factors",
                WhatToDo);
    }

    private static Finding Runtime(Func<string, string?> variable)
    {
        string mode = RuntimeModes.Tiering(variable, _ => null);
        return mode.Contains("no ", StringComparison.Ordinal)
            ? new Finding(
                "JIT",
                FindingLevel.Warning,
                mode,
                "variables of this shell change how code is compiled: the numbers are those of another program than the one that you ship",
                "unset DOTNET_TieredCompilation, DOTNET_TieredPGO, DOTNET_ReadyToRun and their like")
            : Finding.Ok("JIT", mode);
    }

    private static IEnumerable<Finding> Contradictions(Func<string, string?> variable) =>
        "ACTIVE".Equals(variable("OMP_WAIT_POLICY"), StringComparison.OrdinalIgnoreCase)
            ?
            [
                new Finding(
                    "OpenMP",
                    FindingLevel.Bad,
                    "OMP_WAIT_POLICY=ACTIVE",
                    "threads that spin while they wait take the cores from each other as soon as a neighbour has one of them",
                    "unset OMP_WAIT_POLICY"),
            ]
            : [];

    private static IEnumerable<string> FilesIn(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 4 };
        return Directory.EnumerateFiles(folder, "*.runsettings", options)
            .Where(file => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part is "bin" or "obj" or ".perf" or "node_modules"))
            .Order(StringComparer.Ordinal);
    }

    private static string[] Missing(string file)
    {
        string text = File.ReadAllText(file);
        return [.. RuntimeModes.HardeningVariables.Where(name => !text.Contains(name, StringComparison.Ordinal))];
    }
}
