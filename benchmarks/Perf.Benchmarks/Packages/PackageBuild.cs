using System.Text.Json;
using Perf.Benchmarks.Processes;
using Perf.Benchmarks.Subjects;
using Perf.Runs;

namespace Perf.Benchmarks.Packages;

/// <summary>A build of the tests with one version of each package, made once and kept.</summary>
/// <param name="Versions">Which versions: <c>before</c> or <c>now</c>, as the project knows them.</param>
/// <param name="Folder">Where it is kept.</param>
internal sealed record PackageBuild(string Versions, string Folder)
{
    private const string Name = "Perf.Benchmarks.Packages";

    /// <summary>The record of its tests beside another build.</summary>
    public RunDocument RunBeside(PackageBuild other) => new BuiltTests(Path.Combine(Folder, $"{Name}.dll")).Beside(other.Folder);

    /// <summary>Makes it where it is missing.</summary>
    public void Make()
    {
        if (!File.Exists(Path.Combine(Folder, $"{Name}.dll")))
        {
            DotnetProcess.OfTools.OutputOf(
                Directory.GetCurrentDirectory(),
                "build", $"benchmarks/{Name}", "-c", "Release", "-v:q",
                $"-p:PackageVersions={Versions}", $"-p:PackagesOutput={Folder}");
        }
    }

    /// <summary>The version of a package that the build carries.</summary>
    public string VersionOf(string package)
    {
        using JsonDocument dependencies = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Folder, $"{Name}.deps.json")));
        return dependencies.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/'))
            .Single(library => library[0] == package)[1];
    }
}
