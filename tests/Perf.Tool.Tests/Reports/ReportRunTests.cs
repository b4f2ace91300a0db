using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tool.CommandLine;
using Perf.Tool.Reports;
using Shouldly;
using Spectre.Console.Testing;

namespace Perf.Tool.Tests.Reports;

[TestFixture]
public sealed class ReportRunTests
{
    private static readonly RunDocument Red = JudgedRuns.Run(JudgedRuns.Test("Kept", JudgedRuns.Kept), JudgedRuns.Test("Slower", JudgedRuns.Slower));

    private readonly Dictionary<string, string> _variables = [];
    private TemporaryFolder _folder = null!;
    private TestConsole _console = null!;
    private StringWriter _standard = null!;

    [SetUp]
    public void MakeAFolder()
    {
        _folder = new TemporaryFolder();
        _console = new TestConsole();
        _console.Profile.Width = 300;
        _standard = new StringWriter();
        _variables.Clear();
    }

    [TearDown]
    public void RemoveIt()
    {
        _folder.Dispose();
        _console.Dispose();
        _standard.Dispose();
    }

    [Test]
    public async Task WithoutOptionsItWritesAPageBesideTheFirstRecordAndATableWorstFirst()
    {
        Write("a/run.json", Red);
        Write("b/run.json", JudgedRuns.Run(JudgedRuns.Test("Other", JudgedRuns.Undecided)));

        (await Run(new ReportOptions(["a", "b"]))).ShouldBe(ExitCode.Regressed);

        File.Exists(_folder["a/report.html"]).ShouldBeTrue();
        File.Exists(_folder["b/report.html"]).ShouldBeFalse();
        string[] rows = [.. _console.Lines.Where(line => line.Contains("ParsingTests.", StringComparison.Ordinal))];
        rows[0].ShouldContain("Regressed");
        rows[1].ShouldContain("Inconclusive");
        rows[2].ShouldContain("Pass");
        _console.Output.ShouldContain("ParsingTests.Slower: Parsing time regression: +20.0 % (allowed +10 %)");
        _console.Output.ShouldContain("Inconclusive: ParsingTests.Other, time: too close to the limit");
        _console.Output.ShouldContain("1 regressed, 1 inconclusive, 1 pass; wrote a/report.html");
        _console.Output.ShouldNotContain("::");
    }

    [Test]
    public async Task WithAnOutputOptionItWritesThatAlone()
    {
        Write("run.json", Red);

        await Run(new ReportOptions(["run.json"]) { Summary = "out/summary.md", JUnit = "out/junit.xml", OpenMetrics = "out/metrics.txt" });

        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .ShouldBe(["run.json", "summary.md", "junit.xml", "metrics.txt"], ignoreOrder: true);
        File.ReadAllText(_folder["out/summary.md"]).ShouldBe(Summary.Of(Red));
    }

    [Test]
    public async Task InGitHubActionsItAnnotatesAndAddsToTheJobSummary()
    {
        Write("run.json", Red);
        _variables["GITHUB_ACTIONS"] = "true";
        _variables["GITHUB_STEP_SUMMARY"] = _folder["summary"];
        File.WriteAllText(_folder["summary"], "before\n");

        await Run(new ReportOptions(["run.json"]) { JUnit = "junit.xml" });

        _console.Lines.ShouldContain(line => line.StartsWith("::error file=tests/App/ParsingTests.cs,line=12,title=", StringComparison.Ordinal));
        File.ReadAllText(_folder["summary"]).ShouldBe("before\n\n\n" + Summary.Of(Red));
    }

    [Test]
    public async Task InGitHubActionsItDoesOnlyWhatIsAskedForWhereThatIsSaid()
    {
        Write("run.json", Red);
        _variables["GITHUB_ACTIONS"] = "true";
        _variables["GITHUB_STEP_SUMMARY"] = _folder["job"];

        await Run(new ReportOptions(["run.json"]) { Annotations = "none", Summary = "mine.md" });

        _console.Output.ShouldNotContain("::error");
        File.Exists(_folder["job"]).ShouldBeFalse();
        File.Exists(_folder["mine.md"]).ShouldBeTrue();
    }

    [Test]
    public async Task TheJobSummaryNamedByHandIsAddedToAndNotReplaced()
    {
        Write("run.json", Red);
        _variables["GITHUB_ACTIONS"] = "true";
        _variables["GITHUB_STEP_SUMMARY"] = _folder["job"];
        File.WriteAllText(_folder["job"], "before");

        await Run(new ReportOptions(["run.json"]) { Summary = _folder["job"] });

        File.ReadAllText(_folder["job"]).ShouldStartWith("before\n\n# Performance");
    }

    [Test]
    public async Task AnImprovementIsProposedEverywhereAndWrittenAsAPatch()
    {
        using SomeRepository repository = await SomeRepository.Create();
        BaselineWriter.Write(Path.Combine(repository.Root, "baselines/cpu.json"), new BaselineFile("cpu", JudgedRuns.Machine, [JudgedRuns.Series("Faster", 0.0125)]));
        await repository.Commit();
        RunDocument run = JudgedRuns.Run(JudgedRuns.Test("Faster", JudgedRuns.Faster) with { Series = [JudgedRuns.Series("Faster", 0.01)] });
        repository.Write("artifacts/perf/App/run.json", run.ToJson());

        ReportOptions options = new([Path.Combine(repository.Root, "artifacts")]) { Patch = Path.Combine(repository.Root, "faster.patch"), Summary = "summary.md" };
        (await Run(options)).ShouldBe(ExitCode.Pass);

        const string proposal = "12.5 ms → 10 ms (×0.800); to hold it: dotnet perf baseline accept";
        _console.Output.ShouldContain($"improved: ParsingTests.Faster, time: {proposal}");
        File.ReadAllText(_folder["summary.md"]).ShouldContain($"## Improved beyond noise\n\n- ParsingTests.Faster, time: {proposal}");
        await repository.Run("apply", "faster.patch");
        BaselineReader.Read(Path.Combine(repository.Root, "baselines/cpu.json")).Series.Single().Accepted.ShouldBe(0.01);
    }

    [Test]
    public async Task WithoutAnImprovementThePatchIsEmptyAndAnOldOneIsGone()
    {
        Write("run.json", Red);
        File.WriteAllText(_folder["faster.patch"], "an old one");

        await Run(new ReportOptions(["run.json"]) { Patch = "faster.patch" });

        File.ReadAllText(_folder["faster.patch"]).ShouldBe("");
    }

    [Test]
    public async Task JsonIsOneDocumentAndAnnotationsGoBesideIt()
    {
        Write("run.json", Red);
        _variables["GITHUB_ACTIONS"] = "true";

        await Run(new ReportOptions(["run.json"]), isJson: true);

        using JsonDocument json = JsonDocument.Parse(_standard.ToString());
        json.RootElement.GetProperty("exitCode").GetString().ShouldBe("Regressed");
        json.RootElement.GetProperty("counts").GetString().ShouldBe("1 regressed, 1 pass");
        JsonElement worst = json.RootElement.GetProperty("rows")[0];
        worst.GetProperty("severity").GetString().ShouldBe("Regressed");
        worst.GetProperty("judgement").GetProperty("ratio").GetDouble().ShouldBe(1.2);
        worst.GetProperty("message").GetString()!.ShouldContain("Reproduce:");
        _console.Output.ShouldContain("::error");
    }

    [Test]
    public async Task OfManyThatPassedATerminalShowsTen()
    {
        Write("run.json", JudgedRuns.Run([.. Enumerable.Range(0, 200).Select(index => JudgedRuns.Test($"T{index}", JudgedRuns.Kept))]));

        (await Run(new ReportOptions(["run.json"]))).ShouldBe(ExitCode.Pass);

        _console.Lines.Count(line => line.Contains("ParsingTests.T", StringComparison.Ordinal)).ShouldBe(10);
        _console.Output.ShouldContain("and 190 more that passed");
    }

    [Test]
    public async Task HostileNamesNeverBeginALine()
    {
        TestReference test = new(JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile);
        Write("run.json", JudgedRuns.Run(new TestDocument(test, JudgedRuns.Hostile, [JudgedRuns.Undecided with { Reason = JudgedRuns.Hostile }], [])));

        (await Run(new ReportOptions(["run.json"]))).ShouldBe(ExitCode.Misuse);

        _console.Output.ShouldContain("<script>");
        _console.Lines.ShouldAllBe(line => !line.TrimStart().StartsWith("::"));
    }

    [Test]
    public async Task AFolderThatCannotBeWrittenIsAnErrorThatNamesTheFile()
    {
        Write("run.json", Red);
        File.WriteAllText(_folder["file"], "");

        (await Should.ThrowAsync<PerfFileException>(() => Run(new ReportOptions(["run.json"]) { JUnit = "file/junit.xml" }))).Message
            .ShouldContain("junit.xml: cannot be written");
    }

    private void Write(string name, RunDocument run) => AtomicFile.WriteAllText(_folder[name], run.ToJson());

    private Task<ExitCode> Run(ReportOptions options, bool isJson = false) => new ReportRun(
        options, _folder.Path, new Output(_console, _standard, isJson), _variables.GetValueOrDefault, TimeProvider.System).Run(CancellationToken.None);
}
