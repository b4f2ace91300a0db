using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using NUnit.Framework;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>What is in the package of templates.</summary>
[TestFixture]
public sealed class TemplatePackageTests
{
    private const string Content = "content/perf-nunit/";

    [Test]
    public void ItHoldsTheContentAndNothingThatWasBuilt() => Packed.Entries("Perf.Templates", "nupkg").ShouldBe(
    [
        "Perf.Templates.nuspec",
        "README.md",
        Content + ".config/dotnet-tools.json",
        Content + ".github/workflows/perf.yml",
        Content + ".gitignore",
        Content + ".template.config/dotnetcli.host.json",
        Content + ".template.config/template.json",
        Content + "NewProject.csproj",
        Content + "OrderTests.cs",
        Content + "Orders.cs",
        Content + "README.md",
        Content + "baselines/thresholds.schema.json",
        Content + "baselines/thresholds.yaml",
        Content + "global.json",
        "icon.png",
    ]);

    [Test]
    public void ItSaysThatItIsATemplateAndNeedsNoOtherPackage()
    {
        XElement metadata = XDocument.Parse(Read("Perf.Templates.nuspec")).Root!.Elements().Single();
        metadata.Descendants().Where(element => element.Name.LocalName == "packageType")
            .Select(element => (string?)element.Attribute("name"))
            .ShouldBe(["Template"]);
        metadata.Descendants().Where(element => element.Name.LocalName == "dependency").ShouldBeEmpty();
    }

    [Test]
    public void TheProjectTakesTheVersionsOfTheRepositoryAndOfThePackageBeside()
    {
        string project = Read(Content + "NewProject.csproj");
        project.ShouldEndWith("</Project>\n");
        XDocument.Parse(project).Descendants("PackageReference")
            .Select(reference => $"{(string?)reference.Attribute("Include")} {(string?)reference.Attribute("Version")}")
            .ShouldBe(
            [
                $"Microsoft.NET.Test.Sdk {Packed.Pinned("Microsoft.NET.Test.Sdk")}",
                $"NUnit {Packed.Pinned("NUnit")}",
                $"NUnit3TestAdapter {Packed.Pinned("NUnit3TestAdapter")}",
                $"Perf.NUnit {Packed.Version}",
            ]);
    }

    [Test]
    public void TheToolIsTheOneOfThePackageBeside()
    {
        using JsonDocument tools = JsonDocument.Parse(Read(Content + ".config/dotnet-tools.json"));
        tools.RootElement.GetProperty("tools").GetProperty("perf.tool").GetProperty("version").GetString().ShouldBe(Packed.Version);
    }

    [Test]
    public void TheThresholdsNameTheSchemaOfTheRepository()
    {
        Read(Content + "baselines/thresholds.yaml").Split('\n')[0]
            .ShouldBe(File.ReadLines(Path.Combine(Packed.Root, "baselines", "thresholds.yaml")).First());
        Read(Content + "baselines/thresholds.schema.json")
            .ShouldBe(File.ReadAllText(Path.Combine(Packed.Root, "baselines", "thresholds.schema.json")));
    }

    // Dependabot renews the repository's own pins only; a release should not hand out older ones.
    [Test]
    public void TheWorkflowPinsItsActionsAsTheRepositoryDoes()
    {
        string[] own = [.. Actions(File.ReadAllText(
            Path.Combine(Packed.Root, ".github", "workflows", "performance-regression.yml")))];
        string[] actions = [.. Actions(Read(Content + ".github/workflows/perf.yml"))];
        actions.ShouldNotBeEmpty();
        actions.Except(own).ShouldBeEmpty();
    }

    private static IEnumerable<string> Actions(string workflow) => workflow.Split('\n')
        .Where(line => line.Contains("uses: ", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf("uses: ", StringComparison.Ordinal) + 6)..]);

    private static string Read(string entry)
    {
        using ZipArchive package = ZipFile.OpenRead(Packed.PathOf("Perf.Templates", "nupkg"));
        using StreamReader reader = new(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}
