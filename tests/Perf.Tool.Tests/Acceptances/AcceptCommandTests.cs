using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Measurement;
using Perf.Runs;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Acceptances;

[TestFixture]
public sealed class AcceptCommandTests
{
    private TemporaryFolder _folder = null!;

    private BaselineFile Baseline => BaselineReader.Read(_folder["baselines/cpu.json"]);

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["baselines"]);
        BaselineWriter.Write(_folder["baselines/cpu.json"], new BaselineFile("cpu", SomeRuns.Machine, [SomeRuns.Series("A.SortingTests.Sorts", 1), SomeRuns.Series("A.SortingTests.Joins", 3)]));
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(
            SomeRuns.Test("A.SortingTests.Sorts", 2),
            SomeRuns.Test("A.SortingTests.Joins", 4),
            SomeRuns.Test("A.SortingTests.Splits(1)", 5),
            SomeRuns.Test("A.SortingTests.Splits(2)", 6),
            SomeRuns.Test("A.MemoryTests.Fits")));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("A.SortingTests.Sorts")]
    [TestCase("SortingTests.Sorts")]
    [TestCase("Sorts")]
    public async Task OneTestIsAcceptedForAReason(string name)
    {
        PerfTool ended = await Accept("run.json", "--test", name, "--reason", "sorts stably now: „täglich“");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.ShouldContain("A.SortingTests.Sorts, time: 1 s → 2 s (+100.0 %)");
        BaselineSeries accepted = Baseline.Find("A.SortingTests.Sorts", "time")!;
        accepted.Accepted.ShouldBe(2);
        accepted.Acceptance!.Reason.ShouldBe("sorts stably now: „täglich“");
        accepted.Acceptance.Previous.ShouldBe(1);
        accepted.Acceptance.At.ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
        Baseline.Find("A.SortingTests.Joins", "time")!.Acceptance.ShouldBeNull();
        Baseline.Series.Count.ShouldBe(2);
        (await PerfTool.Run(_folder.Path, "baseline", "show")).Standard.ShouldContain("sorts stably now");
    }

    [Test]
    public async Task AllTestsWithABaselineAreAcceptedAtOnce()
    {
        PerfTool ended = await Accept("run.json", "--all", "--reason", "new runtime", "--json");

        ended.ExitCode.ShouldBe(0, ended.Output);
        JsonElement[] changes = [.. JsonDocument.Parse(ended.Standard).RootElement.GetProperty("changes").EnumerateArray()];
        changes.Length.ShouldBe(4);
        changes[2].TryGetProperty("previous", out _).ShouldBeFalse();
        Baseline.Series.Select(series => series.Accepted).ShouldBe([4, 2, 5, 6]);
    }

    [Test]
    public async Task TestsOfOneClassAndMethodInTwoNamespacesAreNotAcceptedForEachOther()
    {
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.SortingTests.Sorts", 2), SomeRuns.Test("B.SortingTests.Sorts", 7)));

        PerfTool both = await Accept("run.json", "--test", "SortingTests.Sorts", "--reason", "why");
        PerfTool one = await Accept("run.json", "--test", "A.SortingTests.Sorts", "--reason", "why");

        both.ExitCode.ShouldBe(3, both.Output);
        both.Error.ShouldContain("SortingTests.Sorts is the name of several tests: write one of\n  A.SortingTests.Sorts\n  B.SortingTests.Sorts");
        one.ExitCode.ShouldBe(0, one.Output);
        Baseline.Series.Select(series => series.Accepted).ShouldBe([3, 2]);
    }

    [Test]
    public async Task WhatWasJudgedAgainstAnotherFileIsAcceptedIntoThatFile()
    {
        BaselineWriter.Write(_folder["baselines/runner.json"], new BaselineFile("cpu", SomeRuns.Machine, [SomeRuns.Series("A.SortingTests.Sorts", 1)]));
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.SortingTests.Sorts", 2)) with { Baseline = "baselines/runner.json" });

        PerfTool ended = await Accept("run.json", "--all", "--reason", "why");

        ended.ExitCode.ShouldBe(0, ended.Output);
        BaselineReader.Read(_folder["baselines/runner.json"]).Series.ShouldHaveSingleItem().Accepted.ShouldBe(2);
        Baseline.Find("A.SortingTests.Sorts", "time")!.Accepted.ShouldBe(1);
    }

    [Test]
    public async Task TheCasesOfAMethodAreAcceptedTogether()
    {
        PerfTool ended = await Accept("run.json", "--test", "SortingTests.Splits", "SortingTests.Joins", "--reason", "why");

        ended.ExitCode.ShouldBe(0, ended.Output);
        Baseline.Series.Select(series => series.Accepted).ShouldBe([4, 1, 5, 6]);
    }

    [TestCase("Sort", "is a part of several names")]
    [TestCase("SortingTests.Sort5", "did you mean\n  A.SortingTests.Sorts")]
    [TestCase("Nothing", "the run has no test Nothing; it has\n  A.MemoryTests.Fits")]
    [TestCase("Fits", "promises no [MaxRegression]")]
    public async Task WhatIsNotMeantIsNotGuessed(string name, string message)
    {
        PerfTool ended = await Accept("run.json", "--test", name, "--reason", "why");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain(message);
        Baseline.Series.ShouldAllBe(series => series.Acceptance == null);
    }

    [TestCase("run.json", "--all")]
    [TestCase("run.json", "--all", "--reason", "  ")]
    [TestCase("run.json", "--reason", "why")]
    [TestCase("run.json", "--all", "--test", "Sorts", "--reason", "why")]
    public async Task AReasonAndAChoiceMustBeSaid(params string[] arguments) =>
        (await Accept(arguments)).ExitCode.ShouldBe(3);

    [Test]
    public async Task AnErrorIsNotAcceptedAndARunBesideABaseBuildSaysHowItIs()
    {
        DuetDocument duet = new(4, 4, 1, false, 0, new WarmUpReport(1, 1, true), 1);
        SomeRuns.Write(_folder["error.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1) with { Error = "it threw" }, SomeRuns.Test("A.T.Two", 1)));
        SomeRuns.Write(_folder["duet.json"], SomeRuns.Of(SomeRuns.Test("A.T.One") with { Duets = [duet] }));

        PerfTool error = await Accept("error.json", "--all", "--reason", "why");
        PerfTool beside = await Accept("duet.json", "--test", "One", "--reason", "why");

        (error.ExitCode, beside.ExitCode).ShouldBe((3, 3));
        error.Error.ShouldContain("A.T.One is an error in this run, so there is nothing to accept (it threw)");
        beside.Error.ShouldContain("[PerfVersion]");
        (await Accept("error.json", "--test", "Two", "--reason", "why")).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task AnotherKindOfMachineIsRefusedUnlessItReplacesAll()
    {
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Machine = SomeRuns.Machine with { LogicalCores = 64 } });

        PerfTool refused = await Accept("run.json", "--all", "--reason", "why");
        PerfTool elsewhere = await Accept("run.json", "--all", "--reason", "why", "--baseline", "other.json");
        PerfTool replaced = await Accept("run.json", "--all", "--reason", "why", "--replace");

        refused.ExitCode.ShouldBe(3);
        refused.Error.ShouldContain("logical cores: recorded 2, here 64");
        elsewhere.ExitCode.ShouldBe(0, elsewhere.Output);
        replaced.ExitCode.ShouldBe(0, replaced.Output);
        Baseline.Machine!.LogicalCores.ShouldBe(64);
        Baseline.Series.ShouldHaveSingleItem();
    }

    [Test]
    public async Task AnEnvironmentThatLeadsElsewhereIsRefused()
    {
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Environment = "../elsewhere", Baseline = null });

        PerfTool ended = await Accept("run.json", "--all", "--reason", "why");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("the environment \"../elsewhere\" is no name of a file");
        File.Exists(_folder["elsewhere.json"]).ShouldBeFalse();
    }

    [Test]
    public async Task EachEnvironmentOfMergedRunsHasItsFile()
    {
        RunDocument run = SomeRuns.Of(SomeRuns.Test("A.T.One", 1));
        await File.WriteAllTextAsync(_folder["runs.json"], MergedDocument.Of([run, run with { Environment = "gpu", Baseline = "baselines/gpu.json (absent)", Tests = [SomeRuns.Test("A.T.One", 2)] }]).ToJson());

        PerfTool ended = await Accept("runs.json", "--all", "--reason", "why");

        ended.ExitCode.ShouldBe(0, ended.Output);
        Baseline.Find("A.T.One", "time")!.Accepted.ShouldBe(1);
        BaselineReader.Read(_folder["baselines/gpu.json"]).Find("A.T.One", "time")!.Accepted.ShouldBe(2);
        (await Accept("runs.json", "--all", "--reason", "why", "--baseline", "one.json")).ExitCode.ShouldBe(3);
    }

    [Test]
    public async Task AFolderWithoutBaselinesTakesThoseNearTheRun()
    {
        SomeRuns.Write(_folder["artifacts/perf/App.Perf/run.json"], SomeRuns.Of(SomeRuns.Test("A.SortingTests.Sorts", 2)));
        using TemporaryFolder elsewhere = new();

        PerfTool ended = await PerfTool.Run(elsewhere.Path, "baseline", "accept", _folder["artifacts/perf/App.Perf"], "--all", "--reason", "why");

        ended.ExitCode.ShouldBe(0, ended.Output);
        Baseline.Find("A.SortingTests.Sorts", "time")!.Accepted.ShouldBe(2);
    }

    [Test]
    public async Task ThoseWhoAcceptAtOnceLoseNothing()
    {
        string[] names = [.. Enumerable.Range(0, 8).Select(number => $"A.T.Test{number}")];
        foreach (string name in names)
        {
            SomeRuns.Write(_folder[$"{name}/run.json"], SomeRuns.Of(SomeRuns.Test(name, 1)));
        }

        PerfTool[] ended = await Task.WhenAll(names.Select(name => Accept(name, "--all", "--reason", name)));

        ended.ShouldAllBe(one => one.ExitCode == 0);
        Baseline.Series.Where(series => series.Acceptance is not null).Select(series => series.Acceptance!.Reason).ShouldBe(names);
        Baseline.Series.Count.ShouldBe(names.Length + 2);
    }

    private Task<PerfTool> Accept(params string[] arguments) => PerfTool.Run(_folder.Path, ["baseline", "accept", .. arguments]);
}
