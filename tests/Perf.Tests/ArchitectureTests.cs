using NUnit.Framework;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Tests;

/// <summary>Dependencies point one way: YamlDotNet ← Perf.Thresholds ← Perf ← Perf.NUnit ← suite → Receipts; the analyzers know the thresholds alone.</summary>
[TestFixture]
public sealed class ArchitectureTests
{
    // What a project may refer to, projects and packages.
    private static readonly Dictionary<string, string[]> MayRefer = new()
    {
        ["Perf.Thresholds"] = ["YamlDotNet"],
        ["Perf"] = ["Perf.Thresholds", "MathNet.Numerics"],
        // Its package carries the engine, so what the engine takes from others is a dependency of the package.
        ["Perf.NUnit"] = ["NUnit", "MathNet.Numerics", "YamlDotNet"],
        ["Perf.Analyzers"] = ["Perf.Thresholds"],
        ["Perf.Analyzers.CodeFixes"] = ["Perf.Analyzers"],
        ["Perf.Tool"] = ["Perf", "Fluid.Core", "Microsoft.Extensions.FileSystemGlobbing", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "ScottPlot", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies", "Spectre.Console", "System.CommandLine"],
    };

    // The same of assemblies: a type that is seen through a reference is compiled into a reference of its own.
    private static readonly Dictionary<string, string[]> MayBeCompiledAgainst = new()
    {
        ["Perf.Thresholds"] = ["YamlDotNet"],
        ["Perf"] = ["Perf.Thresholds", "MathNet.Numerics"],
        ["Perf.NUnit"] = ["Perf", "Perf.Thresholds", "nunit.framework"],
        ["Perf.Analyzers"] = ["Perf.Thresholds", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"],
    };

    private static IEnumerable<string> SourceFolders => Directory
        .EnumerateDirectories(Path.Combine(Repository.Root, "src", "Perf"), "*", SearchOption.AllDirectories)
        .Select(folder => Path.GetRelativePath(Path.Combine(Repository.Root, "src", "Perf"), folder))
        .Where(folder => folder.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
        .Where(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Perf", folder), "*.cs").Any())
        .Select(folder => folder.Replace(Path.DirectorySeparatorChar, '.'))
        .Order(StringComparer.Ordinal);

    [Test]
    public void EveryProjectHasARule() =>
        ProjectFile.Below("src", "analyzers").Select(project => project.Name).Except(MayRefer.Keys)
            .ShouldBe(["Receipts"], "say here what a new project under src may refer to");

    [TestCaseSource(nameof(MayReferNames))]
    public void AProjectRefersOnlyToWhatItMay(string name)
    {
        foreach (ProjectFile project in ProjectFile.Below("src", "analyzers").Where(project => project.Name == name))
        {
            project.ProjectNames.Concat(project.Packages).Except(MayRefer[name])
                .ShouldBeEmpty($"{project.Path} refers to what it must not know");
        }
    }

    [Test]
    public void TheSubjectKnowsNothingOfPerf() =>
        ProjectFile.Below("src/Receipts").SelectMany(project => project.Projects.Concat(project.Packages))
            .Where(reference => reference.Contains("Perf", StringComparison.Ordinal))
            .ShouldBeEmpty("src/Receipts/Receipts.csproj refers to Perf");

    [Test]
    public void NothingRefersToTests()
    {
        string[] wrong = [.. ProjectFile.Below("src", "analyzers", "benchmarks", "tests/Perf.Regression")
            .SelectMany(project => project.Projects.Select(reference => (project.Path, Reference: reference)))
            .Where(pair => pair.Reference.StartsWith("tests/", StringComparison.Ordinal))
            .Select(pair => $"{pair.Path} refers to {pair.Reference}")];
        wrong.ShouldBeEmpty();
    }

    [Test]
    public void TheSuiteKnowsOnlyTheExtensionAndTheSubject() =>
        ProjectFile.Below("tests/Perf.Regression").SelectMany(project => project.ProjectNames)
            .Except(["Perf.NUnit", "Perf.Analyzers", "Perf.Analyzers.CodeFixes", "Receipts"])
            .ShouldBeEmpty("tests/Perf.Regression/Perf.Regression.csproj refers to more than a user's suite would");

    [TestCase("Perf.Thresholds")]
    [TestCase("Perf")]
    [TestCase("Perf.NUnit")]
    public void AnAssemblyIsCompiledOnlyAgainstWhatItMay(string name) =>
        CompiledAssembly.References(Built(name)).Except(MayBeCompiledAgainst[name])
            .ShouldBeEmpty($"the code of src/{name} uses types that it must not know");

    [Test]
    public void TheCompiledSubjectKnowsNothingOfPerf() =>
        CompiledAssembly.References(Built("Receipts"))
            .Where(reference => reference.StartsWith("Perf", StringComparison.Ordinal))
            .ShouldBeEmpty("the code of src/Receipts uses types of Perf");

    [TestCaseSource(nameof(SourceFolders))]
    public void AFolderOfTheEngineKnowsOnlyEarlierOnes(string folder)
    {
        EngineFolders.Order.ShouldContain(folder, $"say in {nameof(EngineFolders)} where src/Perf/{folder} stands");
        string root = Path.Combine(Repository.Root, "src", "Perf");
        string path = Path.Combine(root, folder.Replace('.', Path.DirectorySeparatorChar));
        string[] typesOfParent = folder.Contains('.', StringComparison.Ordinal)
            ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.cs")
                .Select(file => Path.GetFileNameWithoutExtension(file))]
            : [];
        string[] wrong = [.. Directory.EnumerateFiles(path, "*.cs").SelectMany(file =>
            EngineFolders.WrongWay(folder, File.ReadAllText(file), typesOfParent)
                .Select(problem => $"{Repository.Show(file)}, {problem}"))];
        wrong.ShouldBeEmpty();
    }

    [TestCase("using Perf.Runs;", "Runs")]
    [TestCase("using static Perf.Reporting.Summary;", "Reporting")]
    [TestCase("using Table = Perf.Reporting.JudgementTable;", "Reporting")]
    [TestCase("    Judging.Verdict verdict = default;", "Judging")]
    [TestCase("    global::Perf.Judging.Verdict verdict = default;", "Judging")]
    public void AWrongArrowIsSeen(string line, string known) =>
        EngineFolders.WrongWay("Measurement", line).ShouldBe([$"line 1: Measurement must not know {known}"]);

    [Test]
    public void AWrongArrowToTheEnclosingFolderIsSeen() =>
        EngineFolders.WrongWay("Measurement.Meters", "return new SamplingPlan();", "SamplingPlan")
            .ShouldBe(["line 1: Measurement.Meters must not know Measurement (SamplingPlan)"]);

    [TestCase("using Perf.Measurement.Meters;")]
    [TestCase("using Perf.Thresholds;")]
    [TestCase("/// as Reporting.Summary says")]
    [TestCase("    file.Runs.Count();")]
    public void ARightArrowIsLeftAlone(string line) => EngineFolders.WrongWay("Measurement", line).ShouldBeEmpty();

    [Test]
    public void APackageForTheBuildAloneIsNoReference() =>
        ProjectFile.Parse(Path.Combine(Repository.Root, "src", "X", "X.csproj"), """
            <Project>
              <ItemGroup>
                <PackageReference Include="A" />
                <PackageReference Include="B" PrivateAssets="all" />
                <ProjectReference Include="..\Y\Y.csproj" />
              </ItemGroup>
            </Project>
            """).ShouldSatisfyAllConditions(
                project => project.Path.ShouldBe("src/X/X.csproj"),
                project => project.Packages.ShouldBe(["A"]),
                project => project.Projects.ShouldBe(["src/Y/Y.csproj"]));

    private static IEnumerable<string> MayReferNames() => MayRefer.Keys
        .Where(name => ProjectFile.Below("src", "analyzers").Any(project => project.Name == name));

    private static string Built(string name)
    {
        string? path = CompiledAssembly.Find(name);
        Assume.That(path, Is.Not.Null, $"{name} is not built: build the solution first");
        return path!;
    }
}
