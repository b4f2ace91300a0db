using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using NUnit.Framework;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>The package, made once for all tests by <c>dotnet pack</c>, with a version that no cache knows.</summary>
[SetUpFixture]
public sealed class Packed
{
    private static readonly string Temporary = Directory.CreateTempSubdirectory("perf-package-").FullName;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Version { get; } = $"0.1.0-test.{Environment.ProcessId}.{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}";

    public static string Folder { get; } = Path.Combine(Temporary, "packages");

    /// <summary>Packages that the projects of all tests restore into.</summary>
    public static string Cache { get; } = Path.Combine(Temporary, "cache");

    /// <summary>The file of a package.</summary>
    public static string PathOf(string extension) => Path.Combine(Folder, $"Perf.NUnit.{Version}.{extension}");

    /// <summary>The paths in a package, without those that the format itself needs.</summary>
    public static IReadOnlyList<string> Entries(string extension)
    {
        using ZipArchive package = ZipFile.OpenRead(PathOf(extension));
        return [.. package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A version as the repository pins it.</summary>
    public static string Pinned(string package) =>
        XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;

    /// <summary>A new folder for a project of a user.</summary>
    public static string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Temporary, name)).FullName;

    [OneTimeSetUp]
    public async Task Pack()
    {
        // Outputs of its own: nothing of the solution that is being tested is written over.
        (int exitCode, string output) = await Command.Dotnet(
            Root,
            "pack", "src/Perf.NUnit", "-c", "Release", $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true",
            $"-p:PackageOutputPath={Folder}", "--artifacts-path", Path.Combine(Temporary, "artifacts"));
        exitCode.ShouldBe(0, output);
        output.ShouldNotContain("warning");
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Temporary, recursive: true);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
