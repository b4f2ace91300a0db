using NUnit.Framework;
using Perf.Tests.Architecture;

namespace Perf.Tool.Tests;

/// <summary>A test project of a user, with the Perf.NUnit that was built here.</summary>
internal static class SomeTestProject
{
    /// <summary>Writes a project into a folder that knows nothing of this repository.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="name">The name of the project, whose folder is <c>tests/&lt;name&gt;</c>.</param>
    public static void Write(string root, string name)
    {
        foreach (string inherited in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(root, inherited), "<Project />");
        }

        string folder = Path.Combine(root, "tests", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
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

    /// <summary>The version of a package that this repository uses.</summary>
    public static string Pinned(string package) =>
        System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;

    private static string Reference(string assembly) =>
        $"<Reference Include=\"{Path.Combine(Path.GetDirectoryName(Built("Perf.NUnit"))!, $"{assembly}.dll")}\" />";

    private static string Built(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", project, "bin"), $"{project}.dll", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}ref", StringComparison.Ordinal))
        .MaxBy(File.GetLastWriteTimeUtc)!;
}
