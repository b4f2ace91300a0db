using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>What a user of an IDE sees, by the protocol that IDEs speak.</summary>
[TestFixture, Parallelizable(ParallelScope.Self)]
public sealed class TestExplorerTests
{
    private const string Tests = """
        using NUnit.Framework;
        using Perf;

        namespace App;

        [TestFixture, Section("app")]
        public sealed class WorkTests
        {
            [Test, MaxAllocations(0)]
            public void Computes() => GC.KeepAlive(this);

            [Test, MaxAllocations(0)]
            public void Allocates() => GC.KeepAlive(new byte[999]);

            [Test]
            public void TheEnvironmentIsHardened() =>
                Assert.That(Environment.GetEnvironmentVariable("OMP_WAIT_POLICY"), Is.EqualTo("PASSIVE"));
        }

        """;

    private ConsumerProject _project = null!;

    [OneTimeSetUp]
    public async Task BuildAProject()
    {
        _project = ConsumerProject.Create("explorer", "4.6.1", isOnTestingPlatform: true);
        await File.WriteAllTextAsync(_project.TestsPath, Tests);
        (await _project.Build()).ShouldBeEmpty();
    }

    [Test]
    public async Task TestsAreFoundRunOneByOneAndToldWithTheirPlace()
    {
        await using TestExplorer explorer = await TestExplorer.Start(Program);

        IReadOnlyList<JsonElement> found = await explorer.Discover();
        found.Select(Name).Order(StringComparer.Ordinal).ShouldBe(["Allocates", "Computes", "TheEnvironmentIsHardened"]);
        found.Select(node => (node.GetProperty("location.type").GetString(), node.GetProperty("location.method").GetString()))
            .ShouldBe(found.Select(node => ((string?)"App.WorkTests", (string?)Name(node))));

        JsonElement passed = (await explorer.Run(Node(found, "Computes"))).ShouldHaveSingleItem();
        (Name(passed), State(passed)).ShouldBe(("Computes", "passed"));

        JsonElement failed = (await explorer.Run(Node(found, "Allocates"))).ShouldHaveSingleItem();
        (Name(failed), State(failed)).ShouldBe(("Allocates", "failed"));
        string message = failed.GetProperty("error.message").GetString()!;
        message.ShouldContain("App allocated bytes exceeds its limit: 1");
        message.ShouldContain("Exceeded by:");
        message.ShouldContain("[MaxAllocations(0)]");
        failed.GetProperty("error.stacktrace").GetString()!.ShouldContain($"WorkTests.Allocates() in {_project.TestsPath}:line 13");

        State((await explorer.Run(Node(found, "TheEnvironmentIsHardened"))).ShouldHaveSingleItem()).ShouldBe("passed");
        File.Exists(Path.Combine(_project.Folder, "artifacts", "perf", "run.json")).ShouldBeTrue();
    }

    [Test]
    public async Task NothingOfTheProgramIsLeft()
    {
        TestExplorer explorer = await TestExplorer.Start(Program);
        await explorer.Discover();

        await explorer.DisposeAsync();

        explorer.HasEnded.ShouldBeTrue();
    }

    private string Program =>
        Path.Combine(_project.Folder, "bin", "Debug", "net10.0", OperatingSystem.IsWindows() ? "App.exe" : "App");

    private static JsonElement Node(IReadOnlyList<JsonElement> nodes, string name) => nodes.Single(node => Name(node) == name);

    private static string Name(JsonElement node) => node.GetProperty("display-name").GetString()!;

    private static string State(JsonElement node) => node.GetProperty("execution-state").GetString()!;
}
