using System.Security.Cryptography;
using NUnit.Framework;
using Perf.Builds;
using Perf.Files;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Builds;

public sealed class BuildContentTests
{
    private TemporaryFolder _folder = null!;

    private string Build => _folder["build"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void FilesAreListedByPathWithHashAndLength()
    {
        SomeBuild.Write(Build, ("b.dll", "two"), ("runtimes/linux x64/µ.so", "three"), ("a.dll", ""));

        BuildContent.Of(Build).Files.ShouldBe(
        [
            new StoredFile("a.dll", Sha256(""), 0),
            new StoredFile("b.dll", Sha256("two"), 3),
            new StoredFile("runtimes/linux x64/µ.so", Sha256("three"), 5),
        ]);
    }

    [Test]
    public void AFileOfManyChunksIsHashedAsAWhole()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(1_000_003);
        SomeBuild.Write(Build, [("large.so", bytes)]);

        BuildContent.Of(Build).Files.ShouldBe([new StoredFile("large.so", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length)]);
    }

    [Test]
    public void OnlyTheResultsOfTestsRightInTheFolderAreLeftOut()
    {
        SomeBuild.Write(Build, ("TestResults/a.trx", ""), ("TestResults/in/b.trx", ""), ("TestResults.dll", ""), ("data/TestResults/c", ""));

        BuildContent.Of(Build).Files.Select(file => file.Path).ShouldBe(["TestResults.dll", "data/TestResults/c"]);
    }

    [TestCase("4f3c2a1b5d6e7f8091a2b3c4d5e6f708192a3b4c", "4f3c2a1")]
    [TestCase("4F3C2A1", "4f3c2a1")]
    [TestCase("4f3c", "build")]
    [TestCase("../../etc", "build")]
    [TestCase(null, "build")]
    public void AKeyBeginsWithTheCommitWhereThatIsKnown(string? commit, string beginning)
    {
        SomeBuild.Write(Build, ("a.dll", "one"));

        BuildContent.Of(Build).KeyOf(commit).ShouldMatch($"^{beginning}-[0-9a-f]{{8}}$");
    }

    [Test]
    public void EqualFilesHaveOneKeyWhereverTheyLie()
    {
        string first = KeyOf(_folder["first"], ("a.dll", "one"), ("data/b.bin", "two"));

        KeyOf(_folder["second"], ("data/b.bin", "two"), ("a.dll", "one"), ("TestResults/a.trx", "of a run")).ShouldBe(first);
        KeyOf(_folder["third"], ("a.dll", "one"), ("data/b.bin", "twO")).ShouldNotBe(first);
        KeyOf(_folder["fourth"], ("a.dll", "one"), ("b.bin", "two")).ShouldNotBe(first);
        KeyOf(_folder["fifth"], ("a.dll", "two"), ("data/b.bin", "one")).ShouldNotBe(first);
        KeyOf(_folder["sixth"], ("a.dll", "one"), ("data/b.bin", "two"), ("c.dll", "")).ShouldNotBe(first);
    }

    [Test]
    public void AFolderThatIsNotThereIsTold()
    {
        PerfFileException exception = Should.Throw<PerfFileException>(() => BuildContent.Of(Build));

        exception.Path.ShouldBe(Build);
        exception.Message.ShouldEndWith("; check that it is the output folder of a build and may be read");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void ALinkThatLeadsNowhereIsToldWithItsFile()
    {
        SomeBuild.Write(Build, ("a.dll", "one"));
        string link = Path.Combine(Build, "gone.so");
        File.CreateSymbolicLink(link, _folder["gone"]);

        PerfFileException exception = Should.Throw<PerfFileException>(() => BuildContent.Of(Build));

        exception.Path.ShouldBe(link);
        exception.Message.ShouldEndWith("; check that it is a file and may be read");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Names have no line breaks there.")]
    public void ALineBreakInANameIsRefused()
    {
        SomeBuild.Write(Build, ("a\nb.dll", "one"));

        Should.Throw<PerfFileException>(() => BuildContent.Of(Build)).Message
            .ShouldBe($"{Path.Combine(Build, "a\nb.dll")}: has a line break in its name; rename it: a build is listed line by line");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void LinkedFilesAndFoldersAreReadAndALinkWithoutEndIsNot()
    {
        SomeBuild.Write(_folder["elsewhere"], ("x.bin", "x"), ("in/y.bin", "y"));
        SomeBuild.Write(Build, ("a.dll", "one"), ("in/b.dll", "two"));
        File.CreateSymbolicLink(Path.Combine(Build, "linked.bin"), Path.Combine(_folder["elsewhere"], "x.bin"));
        Directory.CreateSymbolicLink(Path.Combine(Build, "data"), "../elsewhere");
        Directory.CreateSymbolicLink(Path.Combine(Build, "in", "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(Build, "in", "higher"), _folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder["elsewhere"], "in", "back"), _folder["elsewhere"]);

        BuildContent.Of(Build).Files.Select(file => file.Path)
            .ShouldBe(["a.dll", "data/in/y.bin", "data/x.bin", "in/b.dll", "linked.bin"]);
    }

    private static string KeyOf(string folder, params (string Path, string Text)[] files) =>
        BuildContent.Of(SomeBuild.Write(folder, files)).KeyOf("4f3c2a1b");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
