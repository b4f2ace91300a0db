using NUnit.Framework;
using Perf.Tests.Architecture;

namespace Perf.Tool.Tests;

/// <summary>A test project with promises in a repository of a test, built against what was just built here.</summary>
internal static class SomeProject
{
    /// <summary>The variables in which the tool is run: none of the run above it decides for it.</summary>
    public static IReadOnlyDictionary<string, string?> Environment { get; } = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("PERF_", StringComparison.OrdinalIgnoreCase)
            || name is "CI")
        .Where(name => name != "MSBUILDDISABLENODEREUSE")
        .ToDictionary(name => name, _ => (string?)null);

    /// <summary>Writes <c>tests/App.Perf/App.Perf.csproj</c>, and what keeps files of folders above out of it.</summary>
    public static void Write(SomeRepository repository)
    {
        foreach (string inherited in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            repository.Write(inherited, "<Project />");
        }

        repository.Write(".gitignore", "bin/\nobj/\nartifacts/\n.perf/\n");
        repository.Write("tests/App.Perf/App.Perf.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Pinned("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="NUnit" Version="{typeof(TestAttribute).Assembly.GetName().Version!.ToString(3)}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{Pinned("NUnit3TestAdapter")}" />
                {string.Concat(new[] { "Perf.NUnit", "Perf", "Perf.Thresholds" }.Select(Reference))}
              </ItemGroup>
              <Import Project="{Path.Combine(Repository.Root, "src/Perf.NUnit/buildTransitive/Perf.NUnit.targets")}" />
            </Project>
            """);
    }

    private static string Reference(string assembly) =>
        $"<Reference Include=\"{Path.Combine(Path.GetDirectoryName(Built("Perf.NUnit"))!, $"{assembly}.dll")}\" />";

    private static string Built(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", project, "bin"), $"{project}.dll", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}ref", StringComparison.Ordinal))
        .MaxBy(File.GetLastWriteTimeUtc)!;

    private static string Pinned(string package) =>
        System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;
}
