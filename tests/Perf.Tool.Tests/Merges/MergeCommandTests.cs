using NUnit.Framework;
using Perf.Runs;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Merges;

[TestFixture]
public sealed class MergeCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task ShardsBecomeOneRunInOneFile()
    {
        SomeRuns.Write(_folder["one/run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Shard = "1/2" });
        SomeRuns.Write(_folder["two/run.json"], SomeRuns.Of(SomeRuns.Test("A.T.Two", 1)) with { Shard = "2/2" });

        PerfTool ended = await PerfTool.Run(_folder.Path, "merge", "one/run.json", "two", "--output", "runs.json");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.ShouldContain("runs.json: 1 run of 2 records, 2 tests");
        MergedDocument merged = MergedDocument.Parse(await File.ReadAllTextAsync(_folder["runs.json"]), "runs.json");
        merged.Runs.ShouldHaveSingleItem().Tests.Count.ShouldBe(2);
    }

    [Test]
    public async Task AFolderIsAllItsRecordsAndAPatternWhatItMatches()
    {
        SomeRuns.Write(_folder["one/run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)));
        SomeRuns.Write(_folder["one/run-20261126T000000.0000000.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Environment = "gpu" });
        SomeRuns.Write(_folder["two/run.json"], SomeRuns.Of(SomeRuns.Test("A.T.Two", 1)) with { Commit = "aaaaaaa" });

        PerfTool folders = await PerfTool.Run(_folder.Path, "merge", "one", "two", "--output", "runs.json");
        PerfTool pattern = await PerfTool.Run(_folder.Path, "merge", "*/run.json", "--output", "runs.json");

        folders.Standard.ShouldContain("3 runs of 3 records", customMessage: folders.Output);
        pattern.Standard.ShouldContain("2 runs of 2 records", customMessage: pattern.Output);
    }

    [Test]
    public async Task AMissingShardIsSaidAloudAndMayBeAllowed()
    {
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Shard = "1/2" });

        PerfTool refused = await PerfTool.Run(_folder.Path, "merge", "run.json", "--output", "runs.json");
        PerfTool allowed = await PerfTool.Run(_folder.Path, "merge", "run.json", "--output", "runs.json", "--allow-missing", "--json");

        refused.ExitCode.ShouldBe(2);
        refused.Standard.ShouldContain("shard 2 of 2 is missing");
        allowed.ExitCode.ShouldBe(0);
        System.Text.Json.JsonDocument.Parse(allowed.Standard).RootElement.GetProperty("missing")[0].GetString().ShouldBe("tests/App.Perf of 4f3c2a1, cpu: shard 2 of 2 is missing");
    }

    [TestCase("{\"schemaVersion\": 1, \"tes", "truncated")]
    [TestCase("{\"name\": 1}", "is no record of a run")]
    [TestCase("[]", "is no record of a run")]
    [TestCase("{\"schemaVersion\": 1, \"tests\": []}", "is no record of a run")]
    [TestCase("{\"schemaVersion\": 99, \"runs\": []}", "is of schema 99")]
    public async Task RubbishIsNamedAndNothingIsWritten(string text, string problem)
    {
        SomeRuns.Write(_folder["good.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)));
        await File.WriteAllTextAsync(_folder["bad.json"], text);

        PerfTool ended = await PerfTool.Run(_folder.Path, "merge", "good.json", "bad.json", "--output", "runs.json");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("dotnet perf merge: bad.json");
        ended.Error.ShouldContain(problem);
        File.Exists(_folder["runs.json"]).ShouldBeFalse();
    }

    [Test]
    public async Task WhatHoldsNoRunsIsNotWrittenOver()
    {
        const string Baseline = "{\"schemaVersion\": 1, \"environment\": \"cpu\", \"series\": []}";
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)));
        await File.WriteAllTextAsync(_folder["cpu.json"], Baseline);
        await File.WriteAllTextAsync(_folder["empty.json"], "");

        PerfTool refused = await PerfTool.Run(_folder.Path, "merge", "run.json", "--output", "cpu.json");
        PerfTool first = await PerfTool.Run(_folder.Path, "merge", "run.json", "--output", "empty.json");
        PerfTool again = await PerfTool.Run(_folder.Path, "merge", "run.json", "--output", "empty.json");

        (refused.ExitCode, first.ExitCode, again.ExitCode).ShouldBe((3, 0, 0));
        refused.Error.ShouldContain("cpu.json is there already and holds no runs");
        (await File.ReadAllTextAsync(_folder["cpu.json"])).ShouldBe(Baseline);
    }

    [Test]
    public async Task AFileThatIsNamedTwiceOrIsNotThereIsAMistake()
    {
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)));

        PerfTool twice = await PerfTool.Run(_folder.Path, "merge", "run.json", "./run.json", "--output", "runs.json");
        PerfTool missing = await PerfTool.Run(_folder.Path, "merge", "nosuch.json", "--output", "runs.json");

        (twice.ExitCode, missing.ExitCode).ShouldBe((3, 3));
        twice.Error.ShouldContain("is named twice");
        missing.Error.ShouldContain("nosuch.json: does not exist; correct the path");
    }
}
