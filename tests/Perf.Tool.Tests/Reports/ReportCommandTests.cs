using NUnit.Framework;
using Perf.Files;
using Perf.Tests.Files;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Reports;

/// <summary>The command as a user runs it.</summary>
[TestFixture]
public sealed class ReportCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeAFolder()
    {
        _folder = new TemporaryFolder();
        AtomicFile.WriteAllText(_folder["run.json"], JudgedRuns.Run(JudgedRuns.Test("Slower", JudgedRuns.Slower)).ToJson());
    }

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public async Task EveryOptionIsUnderstood()
    {
        ChildProcess ended = await Report(
            "run.json", "--html", "r.html", "--summary", "s.md", "--annotations", "github", "--openmetrics", "m.txt", "--junit", "j.xml", "--patch", "p.patch");

        ended.ExitCode.ShouldBe(1, ended.Output);
        ended.Output.ShouldContain("\n::error file=tests/App/ParsingTests.cs,line=12,");
        ended.Output.ShouldContain("wrote r.html, s.md, m.txt, j.xml, p.patch");
        new[] { "r.html", "s.md", "m.txt", "j.xml", "p.patch" }.ShouldAllBe(name => File.Exists(_folder[name]));
    }

    [TestCase("run.json --otlp http://127.0.0.1:9", "the collector at http://127.0.0.1:9 did not take the run: ")]
    [TestCase("nothing.json", "nothing.json: does not exist")]
    [TestCase("*.jsn", "no file matches *.jsn")]
    [TestCase("run.json --annotations gitlab", "gitlab")]
    [TestCase("", "run")]
    [TestCase("run.json --html ./run.json", "--html would write over the record ./run.json: name another file")]
    [TestCase("run.json --html a --junit ./a", "--html and --junit name the same file, a: name one for each")]
    public async Task WhatIsWrongIsSaidAndExits3(string arguments, string message)
    {
        ChildProcess ended = await Report(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        ended.ExitCode.ShouldBe(3, ended.Output);
        ended.Output.ShouldContain(message);
        (await File.ReadAllTextAsync(_folder["run.json"])).ShouldStartWith("{\"schemaVersion\"");
    }

    [Test]
    public async Task ARecordMayComeThroughAPipe()
    {
        PerfTool ended = await PerfTool.Start(_folder.Path, "sh", ["-c", $"cat run.json | dotnet '{BuiltTool.Path}' report /dev/stdin --summary s.md"]);

        ended.ExitCode.ShouldBe(1, ended.Output);
        File.Exists(_folder["s.md"]).ShouldBeTrue();
    }

    private Task<ChildProcess> Report(params string[] arguments) => ChildProcess.Run(
        "dotnet",
        _folder.Path,
        [BuiltTool.Path, "report", .. arguments],
        new Dictionary<string, string?> { ["GITHUB_ACTIONS"] = null },
        CancellationToken.None);
}
