using System.IO.Compression;
using System.Xml.Linq;
using NUnit.Framework;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>The packages, made once for all tests by <c>dotnet pack</c>, with a version that no cache knows.</summary>
[SetUpFixture]
public sealed class Packed
{
    private static readonly string Temporary = Directory.CreateTempSubdirectory("perf-package-").FullName;

    public static string Root { get; } = Repository.Root;

    public static string Version { get; } = $"0.1.0-test.{Environment.ProcessId}.{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}";

    public static string Folder { get; } = Path.Combine(Temporary, "packages");

    /// <summary>Outputs of its own: nothing of the solution that is being tested is written over.</summary>
    public static string Outputs { get; } = Path.Combine(Temporary, "artifacts");

    /// <summary>Packages that the projects of all tests restore into.</summary>
    public static string Cache { get; } = Path.Combine(Temporary, "cache");

    /// <summary>The file of a package.</summary>
    public static string PathOf(string package, string extension) => Path.Combine(Folder, $"{package}.{Version}.{extension}");

    /// <summary>The paths in a package, without those that the format itself needs.</summary>
    public static IReadOnlyList<string> Entries(string package, string extension)
    {
        using ZipArchive archive = ZipFile.OpenRead(PathOf(package, extension));
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A version as the repository pins it.</summary>
    public static string Pinned(string package)
    {
        XDocument versions = XDocument.Load(Path.Combine(Root, "Directory.Packages.props"));
        string version = versions.Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;
        return version.StartsWith("$(", StringComparison.Ordinal) ? versions.Descendants(version[2..^1]).Single().Value : version;
    }

    /// <summary>A new folder for a project of a user.</summary>
    public static string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Temporary, name)).FullName;

    [OneTimeSetUp]
    public async Task Pack()
    {
        foreach (string project in new[] { "src/Perf.NUnit", "src/Perf.Tool", "templates/Perf.Templates" })
        {
            await Pack(project, Folder);
        }
    }

    /// <summary>Packs a project; the rules of the compiler were kept when the solution was built.</summary>
    public static async Task Pack(string project, string folder)
    {
        (int exitCode, string output) = await Command.Dotnet(
            Root,
            "pack", project, "-c", "Release", $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false",
            $"-p:PackageOutputPath={folder}", "--artifacts-path", Outputs);
        exitCode.ShouldBe(0, output);
        output.ShouldNotContain("warning");
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Temporary, recursive: true);
}
