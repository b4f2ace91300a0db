using System.Text;
using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

public sealed class AtomicFileTests
{
    private TemporaryFolder _folder = null!;

    private string Target => _folder["a.txt"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void FoldersAreCreatedAndTheTextIsUtf8WithoutAMark()
    {
        string path = _folder["new/folders/ä.txt"];

        AtomicFile.WriteAllText(path, "µs\n");

        File.ReadAllBytes(path).ShouldBe("µs\n"u8.ToArray());
    }

    [Test]
    public void AnExistingFileIsReplacedAndNothingElseIsLeft()
    {
        File.WriteAllText(Target, "a much longer old text");

        AtomicFile.WriteAllText(Target, "new");

        File.ReadAllText(Target).ShouldBe("new");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([Target]);
    }

    [Test]
    public void AWriteThatBreaksOffHalfwayLeavesTheOldFileAndNothingElse()
    {
        File.WriteAllText(Target, "old");

        PerfFileException exception = Should.Throw<PerfFileException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write("half of the n"u8);
            stream.Flush();
            throw new IOException("No space left on device");
        }));

        exception.Path.ShouldBe(Target);
        exception.Message.ShouldContain("No space left on device");
        File.ReadAllText(Target).ShouldBe("old");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([Target]);
    }

    [Test]
    public void WhatAKilledWriterLeftIsRemovedByALaterOneAndWhatAnotherWritesIsNot()
    {
        string[] others = [".file.txt.0123.tmp", ".other.txt.0123.tmp", "file.txt.tmp"];
        Array.ForEach([.. others, ".file.txt.4567.tmp"], name => File.WriteAllText(_folder[name], "half"));
        File.SetLastWriteTimeUtc(_folder[".file.txt.4567.tmp"], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        AtomicFile.WriteAllText(_folder["file.txt"], "whole");

        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).ShouldBe([.. others, "file.txt"], ignoreOrder: true);
    }

    [Test]
    public void AnErrorOfTheCallerLeavesNothingBehindEither()
    {
        Should.Throw<InvalidOperationException>(
            () => AtomicFile.Write(Target, _ => throw new InvalidOperationException()));

        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Test]
    public void APathBelowAFileIsRefusedWithPathAndRemedy()
    {
        File.WriteAllText(Target, "a file, no folder");
        string path = Path.Combine(Target, "below", "it.json");

        PerfFileException exception = Should.Throw<PerfFileException>(() => AtomicFile.WriteAllText(path, "text"));

        exception.Message.ShouldStartWith($"{path}: cannot be written: ");
        exception.Message.ShouldEndWith("; check that its folder exists, may be written and has room");
        File.ReadAllText(Target).ShouldBe("a file, no folder");
    }

    [Test]
    public void WhetherAFileCanBeWrittenIsKnownBeforeAndLeavesNothing()
    {
        File.WriteAllText(_folder["old.json"], "old");
        File.WriteAllText(_folder["file"], "");

        AtomicFile.RequireWritable(_folder["old.json"]);
        AtomicFile.RequireWritable(_folder["new/new.json"]);

        File.ReadAllText(_folder["old.json"]).ShouldBe("old");
        Directory.EnumerateFileSystemEntries(_folder["new"]).ShouldBeEmpty();
        Directory.GetFiles(_folder.Path).Order().ShouldBe([_folder["file"], _folder["old.json"]]);
        Should.Throw<PerfFileException>(() => AtomicFile.RequireWritable(_folder["file/new.json"])).Message.ShouldContain("cannot be written: ");
    }

    [Test]
    public void AFolderInTheWayIsRefusedAndNoTemporaryFileIsLeft()
    {
        Directory.CreateDirectory(Target);

        Should.Throw<PerfFileException>(() => AtomicFile.WriteAllText(Target, "text"));

        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([Target]);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void ALinkStaysALinkToTheFileThatIsWritten()
    {
        string link = _folder["link.txt"];
        File.WriteAllText(Target, "old");
        File.CreateSymbolicLink(link, Target);

        AtomicFile.WriteAllText(link, "new");

        File.ReadAllText(Target).ShouldBe("new");
        new FileInfo(link).LinkTarget.ShouldBe(Target);
    }

    [Test]
    public async Task TwoWritersAtOnceNeverShowAReaderAHalf()
    {
        const int Writes = 200;
        string[] texts = [new string('a', 50_000), new string('b', 80_000)];
        AtomicFile.WriteAllText(Target, texts[0]);
        Task writers = Task.WhenAll(texts.Select(text => Task.Run(() =>
        {
            for (int i = 0; i < Writes; i++)
            {
                AtomicFile.WriteAllText(Target, text);
            }
        })));

        int reads = 0;
        do
        {
            texts.ShouldContain(Encoding.UTF8.GetString(File.ReadAllBytes(Target)));
            reads++;
        }
        while (!writers.IsCompleted);
        await writers;

        reads.ShouldBeGreaterThan(0);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([Target]);
    }
}
