using NUnit.Framework;
using Perf.Builds;
using Perf.Files;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Builds;

public sealed class BuildStoreMishapTests
{
    private TemporaryFolder _folder = null!;

    private string Root => _folder["builds"];

    private string Source => _folder["source"];

    private BuildStore Store => new(Root);

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void AFileThatVanishesLeavesNoHalfBuildAndTheNextTrySucceeds()
    {
        SomeBuild.Write(Source, ("a.dll", "one"), ("b.dll", "two"));
        BuildContent content = BuildContent.Of(Source);
        string gone = Path.Combine(Source, "b.dll");
        File.Delete(gone);

        Should.Throw<PerfFileException>(() => Store.Keep("one", content)).Message
            .ShouldBe($"{gone}: was changed while it was being kept; let nothing build or run there meanwhile, and try again");

        Store.Find("one").ShouldBeNull();
        SomeBuild.Names(Root).ShouldBe(["files"]);
        File.WriteAllText(gone, "two");
        SomeBuild.ShouldHold(Store.Keep("one", content), Source);
    }

    [Test]
    public void AFileThatChangesIsNotTakenForWhatItWas()
    {
        SomeBuild.Write(Source, ("a.dll", "one"));
        BuildContent content = BuildContent.Of(Source);
        File.WriteAllText(Path.Combine(Source, "a.dll"), "two");

        Should.Throw<PerfFileException>(() => Store.Keep("one", content)).Path.ShouldBe(Path.Combine(Source, "a.dll"));

        SomeBuild.Objects(Root).ShouldBeEmpty();
    }

    [Test]
    public void WhatAnEndedProcessLeftBehindIsInNobodysWay()
    {
        SomeBuild.Write(Source, ("a.dll", "one"));
        SomeBuild.Write(
            Root,
            ("one.unfinished/a.dll", "of a former version"),
            ("one.0123abcd.unfinished/a.dll", "half"),
            ("one.manifest", "half"),
            ("two.manifest", "half"),
            ("files/00/.0000.0123456789abcdef.tmp", "half"),
            ($"files/00/{new string('0', 64)}", "of no build"));

        SomeBuild.ShouldHold(Store.Keep("one", Source), Source);

        SomeBuild.Names(Root).ShouldBe(["files", "one", "one.manifest"]);
        SomeBuild.Objects(Root).Select(File.ReadAllText).ShouldBe(["one"]);
    }

    [TestCase("on")]
    [TestCase("oNe")]
    public void ADamagedContentIsWrittenAnew(string damaged)
    {
        SomeBuild.Write(Source, ("a.dll", "one"));
        Store.Keep("first", Source);
        File.WriteAllText(SomeBuild.Objects(Root).ShouldHaveSingleItem(), damaged);

        SomeBuild.ShouldHold(Store.Keep("second", Source), Source);

        File.ReadAllText(SomeBuild.Objects(Root).ShouldHaveSingleItem()).ShouldBe("one");
    }

    [Test]
    public void AnUndamagedContentIsNotWrittenAgain()
    {
        SomeBuild.Write(Source, ("a.dll", "one"));
        Store.Keep("first", Source);
        BuildContent content = BuildContent.Of(Source);
        File.WriteAllText(Path.Combine(Source, "a.dll"), "two");

        File.ReadAllText(Path.Combine(Store.Keep("second", content), "a.dll")).ShouldBe("one", "nothing had to be read again");
    }

    [Test]
    public void WithoutHardLinksABuildIsACopy()
    {
        SomeBuild.Write(Source, ("a.dll", "one"));
        StoredFile file = BuildContent.Of(Source).Files.ShouldHaveSingleItem();
        string source = Path.Combine(Source, file.Path);
        ObjectFolder objects = new(Path.Combine(Root, "files"), (_, _) => false);
        string target = Path.Combine(Root, "build", "a.dll");

        objects.Store(file, source);
        objects.Place(file, source, target);
        File.WriteAllText(target, "two");

        File.ReadAllText(objects.PathOf(file.Hash)).ShouldBe("one");
    }

    [TestCase("")]
    [TestCase("..")]
    [TestCase("../one")]
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase("c:one")]
    [TestCase("/one")]
    [TestCase(".hidden")]
    [TestCase("one.")]
    [TestCase("files")]
    [TestCase("Files")]
    [TestCase("one.manifest")]
    [TestCase("one.unfinished")]
    [TestCase("a\0b")]
    public void AKeyThatIsNoPlainNameIsRefused(string key)
    {
        SomeBuild.Write(Source, ("a.dll", "one"));

        Should.Throw<PerfFileException>(() => Store.Keep(key, Source)).Message.ShouldBe(
            $"{Root}: can have no build named \"{key}\"; give the build the name of a plain folder: letters, digits, hyphens");
        Should.Throw<PerfFileException>(() => Store.Find(key));
        SomeBuild.Names(_folder.Path).ShouldBe(["source"]);
    }

    [Test]
    public void AStoreThatCannotBeWrittenIsTold()
    {
        SomeBuild.Write(Source, ("a.dll", "one"));
        File.WriteAllText(Root, "a file, no folder");

        PerfFileException exception = Should.Throw<PerfFileException>(() => Store.Keep("one", Source));

        exception.Message.ShouldStartWith($"{Path.Combine(Root, "one")}: cannot be kept: ");
        exception.Message.ShouldEndWith("; check that the folder of the builds may be written and has room");
    }
}
