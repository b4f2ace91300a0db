using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Runs;
using Shouldly;

namespace Perf.Tool.Tests.Runs;

[TestFixture]
public sealed class RunPathsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeAFolder()
    {
        _folder = new TemporaryFolder();
        foreach (string name in new[] { "a/run.json", "a/b/run.json", "c/run.json", "c/run-20261126T010203.json", "c/other.json", "d/empty" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
            File.WriteAllText(_folder[name], "");
        }
    }

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public void AFileIsItself() => Find("c/other.json").ShouldBe(["c/other.json"]);

    [Test]
    public void AFileThatIsNotThereIsLeftToTheReader() => Find("nothing.json").ShouldBe(["nothing.json"]);

    [Test]
    public void AFolderIsEveryRecordInAndBelowIt() => Find("a", "c").ShouldBe(["a/b/run.json", "a/run.json", "c/run-20261126T010203.json", "c/run.json"]);

    [TestCase("*/run.json", "a/run.json;c/run.json")]
    [TestCase("**/run.json", "a/b/run.json;a/run.json;c/run.json")]
    [TestCase("c/*.json", "c/other.json;c/run-20261126T010203.json;c/run.json")]
    public void APatternIsEveryFileThatItMatches(string pattern, string files) => Find(pattern).ShouldBe(files.Split(';'));

    [Test]
    public void AWholePathGivesWholePaths() => Find(_folder["*/run.json"]).ShouldBe([_folder["a/run.json"], _folder["c/run.json"]]);

    [Test]
    public void WhatIsNamedTwiceIsReadOnce() => Find("a/run.json", "a", "./a/run.json").ShouldBe(["a/run.json", "a/b/run.json"]);

    [TestCase("d", "d holds no run.json: run the tests")]
    [TestCase("x/**/run.json", "no file matches x/**/run.json: run the tests")]
    public void WhatStandsForNothingIsAnErrorThatSaysWhatToDo(string name, string message) =>
        Should.Throw<ToolException>(() => Find(name)).Message.ShouldStartWith(message);

    private IReadOnlyList<string> Find(params string[] names) => RunPaths.Find(names, _folder.Path);
}
