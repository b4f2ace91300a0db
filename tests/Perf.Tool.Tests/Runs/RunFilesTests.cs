using NUnit.Framework;
using Perf.Files;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tool.Runs;
using Shouldly;

namespace Perf.Tool.Tests.Runs;

[TestFixture]
public sealed class RunFilesTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void OneRunMergedRunsAndAFolderAreRead()
    {
        RunDocument run = SomeRuns.Of(SomeRuns.Test("A.T.One", 1));
        string one = SomeRuns.Write(_folder["a/run.json"], run);
        string merged = _folder["merged.json"];
        File.WriteAllText(merged, MergedDocument.Of([run, run with { Environment = "gpu" }]).ToJson());
        SomeRuns.Write(_folder["b/run.json"], run with { Commit = "5a5a5a5" });

        IReadOnlyList<RunFile> runs = RunFiles.Read([one, merged, _folder["b"]]);

        runs.Select(file => file.Run.Environment).ShouldBe(["cpu", "cpu", "gpu", "cpu"]);
        runs.Select(file => file.Path).ShouldBe([one, merged, merged, _folder["b/run.json"]]);
        runs[3].Run.Commit.ShouldBe("5a5a5a5");
    }

    [Test]
    public void ANewerSchemaWithinMergedRunsIsRefused()
    {
        File.WriteAllText(_folder["merged.json"], MergedDocument.Of([SomeRuns.Of() with { SchemaVersion = 7 }]).ToJson());

        Should.Throw<PerfFileException>(() => RunFiles.Read([_folder["merged.json"]])).Problem.ShouldContain("is of schema 7");
    }

    [Test]
    public void ANullAmongMergedRunsIsRefused()
    {
        File.WriteAllText(_folder["merged.json"], "{\"schemaVersion\":1,\"runs\":[null]}");

        Should.Throw<PerfFileException>(() => RunFiles.Read([_folder["merged.json"]])).Problem.ShouldContain("a run is null");
    }
}
