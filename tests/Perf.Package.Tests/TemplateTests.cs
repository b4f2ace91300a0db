using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>What a user sees who starts with the template.</summary>
[TestFixture, Parallelizable(ParallelScope.Self)]
public sealed class TemplateTests
{
    private string _hive = null!;

    [OneTimeSetUp]
    public async Task Install()
    {
        // A hive of its own: the templates of whoever runs these tests stay as they are.
        _hive = Packed.NewFolder("hive");
        await Succeed(_hive, "new", "install", Packed.PathOf("Perf.Templates", "nupkg"), "--debug:custom-hive", _hive);
    }

    [TestCase]
    [TestCase("--testing-platform")]
    public async Task ANewProjectBuildsWithoutAWordAndKeepsItsPromises(params string[] options)
    {
        // No name of C#, so file names and namespaces differ.
        const string name = "My-Shop.Perf";
        ConsumerFolder folder = ConsumerFolder.Create($"new{string.Concat(options)}");
        await Succeed(
            folder.Path,
            ["new", "perf-nunit", "-n", name, "--no-update-check", "--debug:custom-hive", _hive, .. options]);
        string project = Path.Combine(folder.Path, name);
        File.Exists(Path.Combine(project, $"{name}.csproj")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(project, "OrderTests.cs")).ShouldContain("namespace My_Shop.Perf;");
        File.Exists(Path.Combine(project, "global.json")).ShouldBe(options is ["--testing-platform"]);

        // Without restore: the template has done it.
        string build = await Succeed(project, "build", "-c", "Release", "--no-restore");
        build.ShouldContain(" 0 Warning(s)");
        build.ShouldContain(" 0 Error(s)");

        string test = await Succeed(project, "test", "-c", "Release", "--no-build");
        test.ShouldMatch(options is [] ? @"Passed: 3\b" : @"succeeded: 3\b");
        Verdicts(project).ShouldBe(
        [
            "[MaxAllocations] Pass",
            "[MaxDuration] Pass",
            "[MaxRegression] NotComparable",
            "[MaxRegression] Pass",
            "[MinThroughput] Pass",
        ]);
    }

    private static IEnumerable<string> Verdicts(string project)
    {
        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "artifacts", "perf", "run.json")));
        return [.. run.RootElement.GetProperty("tests").EnumerateArray()
            .SelectMany(test => test.GetProperty("judgements").EnumerateArray())
            .Select(judgement => $"{judgement.GetProperty("attribute")} {judgement.GetProperty("verdict")}")
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<string> Succeed(string folder, params string[] arguments)
    {
        (int exitCode, string output) = await Command.Dotnet(folder, arguments);
        exitCode.ShouldBe(0, output);
        return output;
    }
}
