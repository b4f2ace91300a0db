using System.IO.Compression;
using System.Reflection.Metadata;
using System.Xml.Linq;
using NUnit.Framework;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>What is in the package of the library.</summary>
[TestFixture, Parallelizable(ParallelScope.Self)]
public sealed class PackageTests
{
    [Test]
    public void ItHoldsLibraryAnalyzersFixesAndBuildFiles() => Packed.Entries("Perf.NUnit", "nupkg").ShouldBe(
    [
        "Perf.NUnit.nuspec",
        "README.md",
        "analyzers/dotnet/cs/Perf.Analyzers.CodeFixes.dll",
        "analyzers/dotnet/cs/Perf.Analyzers.dll",
        "analyzers/dotnet/cs/Perf.Thresholds.dll",
        "analyzers/dotnet/cs/YamlDotNet.dll",
        "buildTransitive/Perf.NUnit.targets",
        "buildTransitive/perf.runsettings",
        "buildTransitive/perf.testconfig.json",
        "icon.png",
        "lib/net10.0/Perf.NUnit.dll",
        "lib/net10.0/Perf.NUnit.runtimeconfig.json",
        "lib/net10.0/Perf.NUnit.xml",
        "lib/net10.0/Perf.Thresholds.dll",
        "lib/net10.0/Perf.Thresholds.xml",
        "lib/net10.0/Perf.dll",
        "lib/net10.0/Perf.xml",
    ]);

    [Test]
    public void TheSymbolPackageHoldsTheSymbolsOfEachLibrary() => Packed.Entries("Perf.NUnit", "snupkg")
        .Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal))
        .ShouldBe(["lib/net10.0/Perf.NUnit.pdb", "lib/net10.0/Perf.Thresholds.pdb", "lib/net10.0/Perf.pdb"]);

    [Test]
    public void ItSaysWhatItIsAndWhatItNeeds()
    {
        using ZipArchive package = ZipFile.OpenRead(Packed.PathOf("Perf.NUnit", "nupkg"));
        using Stream stream = package.GetEntry("Perf.NUnit.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Value("id").ShouldBe("Perf.NUnit");
        Value("license").ShouldBe("MIT");
        Value("readme").ShouldBe("README.md");
        Value("icon").ShouldBe("icon.png");
        metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => (string?)element.Attribute("id"))
            .ShouldBe(["MathNet.Numerics", "NUnit", "YamlDotNet"], ignoreOrder: true);
    }

    [Test]
    public void TheSymbolsNameNoFolderOfTheMachineThatBuiltThem()
    {
        using ZipArchive package = ZipFile.OpenRead(Packed.PathOf("Perf.NUnit", "snupkg"));
        foreach (ZipArchiveEntry entry in package.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            using Stream stream = entry.Open();
            MemoryStream copy = new();
            stream.CopyTo(copy);
            copy.Position = 0;
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(copy);
            MetadataReader reader = provider.GetMetadataReader();
            string[] sources = [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
            sources.Where(source => source.StartsWith("/_/src/", StringComparison.Ordinal)).ShouldNotBeEmpty();
            sources.Where(source => source.StartsWith(Packed.Root, StringComparison.Ordinal)).ShouldBeEmpty(entry.Name);
        }
    }

    [Test]
    public async Task TheSameSourcesMakeTheSameBytes()
    {
        string again = Packed.NewFolder("again");
        Directory.Delete(Packed.Outputs, recursive: true);
        await Packed.Pack("src/Perf.NUnit", again);

        using ZipArchive first = ZipFile.OpenRead(Packed.PathOf("Perf.NUnit", "nupkg"));
        using ZipArchive second = ZipFile.OpenRead(Path.Combine(again, Path.GetFileName(Packed.PathOf("Perf.NUnit", "nupkg"))));
        foreach (ZipArchiveEntry entry in first.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) || entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            Hash(second.GetEntry(entry.FullName)!).ShouldBe(Hash(entry), entry.FullName);
        }
    }

    [Test]
    public void TheToolIsATool()
    {
        IReadOnlyList<string> entries = Packed.Entries("Perf.Tool", "nupkg");

        entries.ShouldContain("tools/net10.0/any/dotnet-perf.dll");
        entries.ShouldContain("tools/net10.0/any/DotnetToolSettings.xml");
        entries.ShouldContain("README.md");
    }

    private static string Hash(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream));
    }
}
