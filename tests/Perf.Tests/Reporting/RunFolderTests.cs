using NUnit.Framework;
using Perf.Files;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tests.Runs;
using Shouldly;

namespace Perf.Tests.Reporting;

[TestFixture]
public sealed class RunFolderTests
{
    [Test]
    public void ARunLeavesItsRecordAndItsSummary()
    {
        using TemporaryFolder temporary = new();
        RunFolder folder = new(temporary["not/yet/there"]);
        RunDocument run = RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower)));

        folder.Write(run);

        File.ReadAllText(folder.RunFile).ShouldBe(run.ToJson());
        File.ReadAllText(folder.SummaryFile).ShouldBe(Summary.Of(run));
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe(["run.json", "summary.md"]);
    }

    [Test]
    public void ALaterRunReplacesTheEarlierOne()
    {
        using TemporaryFolder temporary = new();
        RunFolder folder = new(temporary.Path);

        folder.Write(RunDocument.Of(SomeRun.Of(SomeRun.Record("Earlier", SomeRun.Kept))));
        folder.Write(RunDocument.Of(SomeRun.Of(SomeRun.Record("Later", SomeRun.Kept))));

        File.ReadAllText(folder.SummaryFile).ShouldNotContain("Earlier");
        File.ReadAllText(folder.RunFile).ShouldContain("Later");
    }

    [Test]
    public void RunsAtTheSameTimeKeepEachOthersRecords()
    {
        using TemporaryFolder temporary = new();
        RunFolder folder = new(temporary.Path);
        RunDocument first = Lasting("First", 0, 10);
        RunDocument second = Lasting("Second", 5, 20);
        RunDocument third = Lasting("Third", 8, 21);

        folder.Write(first);
        folder.Write(second);
        folder.Write(third);

        folder.RunFiles.Select(file => RunDocument.Parse(File.ReadAllText(file), file).Tests[0].Test.MethodName).ShouldBe(["First", "Second", "Third"], ignoreOrder: true);
        Directory.GetFiles(folder.Path, "summary*.md").Select(file => File.ReadAllText(file)).Count(text => text.Contains("ValidationTests.First", StringComparison.Ordinal)).ShouldBe(1);

        folder.Write(Lasting("Fourth", 22, 23));

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["run.json", "summary.md"], ignoreOrder: true);
        File.ReadAllText(folder.RunFile).ShouldContain("Fourth");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void WhatCannotBeReadIsNoRunToKeepAndStopsNone()
    {
        using TemporaryFolder temporary = new();
        RunFolder folder = new(temporary.Path);
        File.CreateSymbolicLink(temporary["run-20261126T000000.0000000.json"], temporary["gone.json"]);

        folder.Write(RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", SomeRun.Kept))));

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["run.json", "summary.md"], ignoreOrder: true);
    }

    private static RunDocument Lasting(string test, int fromMinute, int toMinute)
    {
        RunDocument run = RunDocument.Of(SomeRun.Of(SomeRun.Record(test, SomeRun.Kept)));
        return run with { StartedAt = run.StartedAt.AddMinutes(fromMinute), EndedAt = run.StartedAt.AddMinutes(toMinute) };
    }

    [Test]
    public void AFolderThatCannotBeWrittenIsAClearError()
    {
        using TemporaryFolder temporary = new();
        File.WriteAllText(temporary["file"], "");

        Should.Throw<PerfFileException>(() => new RunFolder(temporary["file"]).Write(RunDocument.Of(SomeRun.Of())))
            .Message.ShouldContain("run.json");
    }

    [TestCase("Suite.Tests.Runs", "Suite.Tests.Runs.perf.json")]
    [TestCase("Suite.Tests.Runs(1)", "Suite.Tests.Runs_1_-????????.perf.json")]
    [TestCase("../../etc/\u202Epasswd\0", ".._.._etc__passwd_-????????.perf.json")]
    public void TheRecordOfOneTestHasANameThatEveryFileSystemTakes(string test, string name)
    {
        string path = new RunFolder("folder").RecordOf(new TestReference(test, "C", "M", "P"));

        Path.GetDirectoryName(path).ShouldBe(Path.Combine("folder", "tests"));
        Path.GetFileName(path).ShouldMatch($"^{name.Replace(".", "\\.", StringComparison.Ordinal).Replace("????????", "[0-9a-f]{8}", StringComparison.Ordinal)}$");
    }

    [Test]
    public void LongNamesAreShortAndDiffer()
    {
        RunFolder folder = new("folder");
        string[] names = [.. new[] { "a", "b" }.Select(end => Path.GetFileName(folder.RecordOf(new TestReference(new string('x', 2000) + end, "C", "M", "P"))))];

        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.Length < 160);
    }
}
