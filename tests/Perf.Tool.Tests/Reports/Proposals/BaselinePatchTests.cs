using NUnit.Framework;
using Perf.Baselines;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tool.Processes;
using Perf.Tool.Reports.Proposals;
using Perf.Tool.Runs;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Proposals;

/// <summary>Patches as git applies them, on a repository of their own.</summary>
[TestFixture]
public sealed class BaselinePatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private SomeRepository _repository = null!;

    [SetUp]
    public async Task MakeARepository()
    {
        _repository = await SomeRepository.Create();
        BaselineWriter.Write(
            Path.Combine(_repository.Root, "sub/baselines/cpu.json"),
            new BaselineFile("cpu", JudgedRuns.Machine, [.. "ABCDEFGH".Select(name => JudgedRuns.Series(name.ToString(), 0.0125)), JudgedRuns.Series("D", 512, "allocated_bytes")]));
        await _repository.Commit();
    }

    [TearDown]
    public void RemoveIt() => _repository.Dispose();

    [Test]
    public async Task GitAppliesItAndTheImprovedSeriesAloneAreNew()
    {
        BaselineFile before = Baseline();

        string patch = await PatchOf(JudgedRuns.Run(Improved("B", 0.01), JudgedRuns.Test("C", JudgedRuns.Kept) with { Series = [JudgedRuns.Series("C", 0.001)] }, Improved("H", 0.009)));
        await Apply(patch);

        BaselineFile after = Baseline();
        after.Find("App.ParsingTests.B", "time")!.Accepted.ShouldBe(0.01);
        after.Find("App.ParsingTests.B", "time")!.Acceptance.ShouldBe(new Acceptance("improvement", Now, 0.0125));
        after.Find("App.ParsingTests.H", "time")!.Accepted.ShouldBe(0.009);
        string[] untouched = ["App.ParsingTests.B", "App.ParsingTests.H"];
        BaselineText.Of(before with { Series = [.. before.Series.Where(series => !untouched.Contains(series.Test))] })
            .ShouldBe(BaselineText.Of(after with { Series = [.. after.Series.Where(series => !untouched.Contains(series.Test))] }));
        (await _repository.Run("diff", "--numstat")).Trim().ShouldBe("2\t2\tsub/baselines/cpu.json");
    }

    [Test]
    public async Task TheFileIsAsTheToolWouldWriteIt()
    {
        await Apply(await PatchOf(JudgedRuns.Run(Improved("A", 0.01))));

        File.ReadAllText(FilePath).ShouldBe(BaselineText.Of(Baseline()));
    }

    [Test]
    public async Task AnotherMetricOfTheSameTestIsLeftAlone()
    {
        TestDocument test = JudgedRuns.Test("D", JudgedRuns.Faster with { Metric = "allocated_bytes", Unit = "By" }, JudgedRuns.Kept) with
        {
            Series = [JudgedRuns.Series("D", 0.001), JudgedRuns.Series("D", 256, "allocated_bytes")],
        };

        await Apply(await PatchOf(JudgedRuns.Run(test)));

        Baseline().Find("App.ParsingTests.D", "allocated_bytes")!.Accepted.ShouldBe(256);
        Baseline().Find("App.ParsingTests.D", "time")!.Accepted.ShouldBe(0.0125);
    }

    [Test]
    public async Task WhereNothingImprovedItIsEmpty() => (await PatchOf(JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.Kept, JudgedRuns.Slower)))).ShouldBe("");

    [Test]
    public async Task ARunBesideABaseBuildHasNoFileToPatch() =>
        (await PatchOf(JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.Faster)) with { Baseline = "base build 4f3c2a1" })).ShouldBe("");

    [Test]
    public async Task LettersThatAreNotLatinSurvive()
    {
        BaselineWriter.Write(FilePath, new BaselineFile("cpu", JudgedRuns.Machine, [JudgedRuns.Series("Größe(\"日本 🧪\")", 0.0125)]));
        await _repository.Commit();

        await Apply(await PatchOf(JudgedRuns.Run(Improved("Größe(\"日本 🧪\")", 0.01))));

        Baseline().Series.Single().ShouldSatisfyAllConditions(
            series => series.Test.ShouldBe("App.ParsingTests.Größe(\"日本 🧪\")"), series => series.Accepted.ShouldBe(0.01));
    }

    [Test]
    public async Task ABaselineThatIsNotFoundIsAnErrorThatNamesIt() =>
        (await Should.ThrowAsync<ToolException>(() => PatchOf(JudgedRuns.Run(Improved("A", 0.01)) with { Baseline = "baselines/gpu.json" }))).Message
            .ShouldContain("was judged against baselines/gpu.json, which is neither above it nor above");

    private string FilePath => Path.Combine(_repository.Root, "sub/baselines/cpu.json");

    private BaselineFile Baseline() => BaselineReader.Read(FilePath);

    private static TestDocument Improved(string name, double accepted) =>
        JudgedRuns.Test(name, JudgedRuns.Faster) with { Series = [JudgedRuns.Series(name, accepted)] };

    // The record of a run lies below the folder that holds `baselines`.
    private Task<string> PatchOf(RunDocument run)
    {
        RunFile file = new(Path.Combine(_repository.Root, "sub/artifacts/perf/App/run.json"), run);
        (RunFile, Proposal)[] proposals = [.. Proposal.Of(ReportRow.WorstFirst([run])).Select(proposal => (file, proposal))];
        return BaselinePatch.Of(proposals, Path.GetTempPath(), Now, CancellationToken.None);
    }

    private async Task Apply(string patch)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["faster.patch"], patch);
        ChildProcess ended = await ChildProcess.Run("git", _repository.Root, ["apply", folder["faster.patch"]], new Dictionary<string, string?>(), CancellationToken.None);
        ended.ExitCode.ShouldBe(0, ended.Output + patch);
    }
}
