using NUnit.Framework;
using Perf.Runs;
using Shouldly;

namespace Perf.Tests.EndToEnd;

/// <summary>A suite that runs in parts, as a user sees it.</summary>
[Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ShardTests
{
    private const string Sharded = "FullyQualifiedName~Perf.TestData.Sharded";

    private DotnetTest _dotnet = null!;

    [SetUp]
    public void MakeAFolder() => _dotnet = new DotnetTest();

    [TearDown]
    public void RemoveIt() => _dotnet.Dispose();

    [Test]
    public void EveryTestRunsInExactlyOneShardAndFixturesWithoutOneAreNotSetUp()
    {
        (IReadOnlyDictionary<string, TrxResult> first, HashSet<string> ofFirst) = Run("1/2");
        RunDocument run = Document();
        (IReadOnlyDictionary<string, TrxResult> second, HashSet<string> ofSecond) = Run("2/2");

        ofFirst.ShouldBe(
            ["set up: around all", "set up: alone", "Alone", "set up: mixed", "First", "Cases 1", "Cases 2", "Cases 3", "Cases 4"], ignoreOrder: true);
        ofSecond.ShouldBe(["set up: around all", "set up: mixed", "Second", "OfAnyType Int32"], ignoreOrder: true);
        first["First"].Outcome.ShouldBe("Passed");
        first["Second"].Outcome.ShouldBe("NotExecuted");
        first["Second"].Output.ShouldContain("of shard 2/2, this run is 1/2");
        second["Alone"].Output.ShouldContain("of shard 1/2, this run is 2/2");
        run.Shard.ShouldBe("1/2");
        run.Tests.Select(test => test.Test.MethodName).ShouldBe(["Alone", "First", "Cases", "Cases", "Cases", "Cases"], ignoreOrder: true);
        Document().Tests.Count.ShouldBe(2);
    }

    [Test]
    public void AShardWithoutATestSetsNothingUpAndLeavesItsRecordAllTheSame()
    {
        (_, HashSet<string> notes) = Run("3/9");

        _dotnet.ExitCode.ShouldBe(0, _dotnet.Output);
        notes.ShouldBeEmpty();
        Document().Shard.ShouldBe("3/9");
        Document().Tests.ShouldBeEmpty();
    }

    [Test]
    public void TheParameterOfTheRunSetsItToo()
    {
        IReadOnlyDictionary<string, TrxResult> results =
            _dotnet.Run(Sharded, ["--", "TestRunParameters.Parameter(name=\"shard\", value=\"2/2\")"]);

        results["Second"].Outcome.ShouldBe("Passed");
        results["First"].Outcome.ShouldBe("NotExecuted");
    }

    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("x")]
    public void WhatIsNoShardIsAnErrorOfEveryPromise(string shard)
    {
        IReadOnlyDictionary<string, TrxResult> results = _dotnet.Run($"{Sharded}|FullyQualifiedName~OrdinaryFixture", ("PERF_SHARD", shard));

        results.Values.Where(result => result.Name != "Ordinary").ShouldAllBe(result => result.Outcome == "Failed"
            && result.Message.Contains($"PERF_SHARD is \"{shard}\": write i/n", StringComparison.Ordinal));
        results["Ordinary"].Outcome.ShouldBe("Passed");
    }

    [Test]
    public void AnOrdinaryTestRunsInEveryShard()
    {
        foreach (string shard in new[] { "1/2", "2/2" })
        {
            _dotnet.Run("FullyQualifiedName~OrdinaryFixture", ("PERF_SHARD", shard))["Ordinary"].Outcome.ShouldBe("Passed");
        }
    }

    [Test]
    public void AFurtherProcessRunsTheTestThatItIsAskedForAndRecordingIsOfTheShardAlone()
    {
        // Red needs a second process, which inherits the setting.
        string shard = new Shard(Shard.NumberOf("Perf.TestData.WorkerFixture.Agrees", 2), 2).ToString();
        _dotnet.Run("FullyQualifiedName~WorkerFixture.Agrees", ("PERF_SHARD", shard))["Agrees"].Message.ShouldContain("2 launches");

        string other = shard == "1/2" ? "2/2" : "1/2";
        _dotnet.Run("FullyQualifiedName~WorkerFixture.Agrees", ("PERF_SHARD", other), ("PERF_RECORD", "true"))["Agrees"].Outcome.ShouldBe("NotExecuted");
        File.Exists(_dotnet.Baseline).ShouldBeFalse();

        // A recording judges nothing, and leaves the record of the run before as it is.
        Document().Tests.ShouldHaveSingleItem().Test.MethodName.ShouldBe("Agrees");
    }

    [Test]
    public void ADuetIsOfTheShardAloneToo()
    {
        const string Fixture = "Perf.DuetData.ChangedFixture";
        int count = Enumerable.Range(2, 20)
            .First(many => Shard.NumberOf($"{Fixture}.AllocatesAsMuch", many) != Shard.NumberOf($"{Fixture}.AllocatesMore", many));

        DuetRun run = DuetRun.Of(
            "Name=AllocatesAsMuch|Name=AllocatesMore",
            ("PERF_SHARD", new Shard(Shard.NumberOf($"{Fixture}.AllocatesMore", count), count).ToString()));

        run.Test("AllocatesMore").Message.ShouldContain("regression: +0.8 % (allowed 0 %)");
        run.Test("AllocatesAsMuch").Outcome.ShouldBe("NotExecuted");
    }

    private (IReadOnlyDictionary<string, TrxResult> Results, HashSet<string> Notes) Run(string shard)
    {
        string journal = Path.Combine(_dotnet.Folder, "journal.txt");
        File.WriteAllText(journal, "");
        IReadOnlyDictionary<string, TrxResult> results = _dotnet.Run(Sharded, ("PERF_SHARD", shard), ("SHARD_JOURNAL", journal));
        return (results, [.. File.ReadAllLines(journal)]);
    }

    private RunDocument Document()
    {
        string path = Path.Combine(_dotnet.Report, "run.json");
        return RunDocument.Parse(File.ReadAllText(path), path);
    }
}
