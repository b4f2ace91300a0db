using NUnit.Framework;
using Perf.Builds;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Builds;

public sealed class BuildPruningTests
{
    private const int Plenty = 1000;

    private TemporaryFolder _folder = null!;
    private SetClock _clock = null!;

    private string Root => _folder["builds"];

    private IEnumerable<string> Kept => Directory.EnumerateDirectories(Root)
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => name != "files")
        .Order(StringComparer.Ordinal);

    private IEnumerable<string> Contents => SomeBuild.Objects(Root).Select(File.ReadAllText).Order(StringComparer.Ordinal);

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _clock = new SetClock();
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void TheBuildsUsedLongestAgoGoFirst()
    {
        BuildStore store = Store(mostBuilds: 3);
        Keep(store, "a", ("a", "of a"), ("shared", "s"));
        Keep(store, "b", ("b", "of b"), ("shared", "s"));
        Keep(store, "c", ("c", "of c"));
        Find(store, "a");
        Keep(store, "d", ("d", "of d"));

        Kept.ShouldBe(["a", "c", "d"]);
        Contents.ShouldBe(["of a", "of c", "of d", "s"]);
        Keep(store, "c", ("c", "of c"));
        Keep(store, "e", ("e", "of e"));
        Kept.ShouldBe(["c", "d", "e"]);
        Contents.ShouldBe(["of c", "of d", "of e"]);
        SomeBuild.Names(Root).ShouldBe(["c", "c.manifest", "d", "d.manifest", "e", "e.manifest", "files"]);
    }

    [Test]
    public void WhatIsPickedGoesWithTheContentsThatNobodyElseHas()
    {
        BuildStore store = Store(mostBuilds: 3);
        Keep(store, "a", ("a", "of a"), ("shared", "s"));
        Keep(store, "b", ("b", "of b"), ("shared", "s"));
        Keep(store, "c", ("c", "of c"));

        store.Remove(["b", "c", "nosuch"]).Order().ShouldBe(["b", "c"]);

        store.Keys.ShouldBe(["a"]);
        Contents.ShouldBe(["of a", "s"]);
        SomeBuild.Names(Root).ShouldBe(["a", "a.manifest", "files"]);
        store.Remove([]).ShouldBeEmpty();
        new BuildStore(_folder["nowhere"]).Remove(["a"]).ShouldBeEmpty();
        new BuildStore(_folder["nowhere"]).Keys.ShouldBeEmpty();
    }

    [Test]
    public void SharedContentsCountOnce()
    {
        BuildStore store = Store(mostBytes: 2);
        Keep(store, "a", ("shared", "0123456789"), ("again", "0123456789"), ("T", "a"));
        Keep(store, "b", ("shared", "0123456789"), ("T", "b"));
        Keep(store, "c", ("shared", "0123456789"), ("T", "c"));
        Kept.ShouldBe(["a", "b", "c"]);

        Keep(store, "d", ("shared", "0123456789"), ("T", "d"));

        Kept.ShouldBe(["b", "c", "d"]);
        Contents.ShouldBe(["0123456789", "b", "c", "d"]);
    }

    [Test]
    public void ABuildThatIsTooLargeIsKeptWhileItIsTheOneUsedLast()
    {
        BuildStore store = Store(mostBytes: 5);
        Keep(store, "a", ("a", "1"));
        Keep(store, "b", ("b", "0123456789"));

        Kept.ShouldBe(["a", "b"]);
        Keep(store, "b", ("b", "0123456789"));
        Kept.ShouldBe(["a", "b"]);
        Find(store, "b");
        Kept.ShouldBe(["a", "b"]);
        Keep(store, "c", ("c", "1"));
        Kept.ShouldBe(["c"]);
    }

    [Test]
    public void OfAnotherBuildOfItsSizeWhatDiffersCounts()
    {
        // As of CUDA: the libraries alone are more than the limit.
        BuildStore store = Store(mostBytes: 5);
        Keep(store, "recorded", ("libraries", "0123456789"), ("T", "1"));

        Keep(store, "base", ("libraries", "0123456789"), ("T", "2"));

        Kept.ShouldBe(["base", "recorded"]);
        Keep(store, "other", ("libraries", "9876543210"), ("T", "3"));
        Kept.ShouldBe(["other"]);
        Contents.ShouldBe(["3", "9876543210"]);
    }

    [Test]
    public void TheOneJustKeptStaysThoughOthersSeemLater()
    {
        BuildStore store = Store(mostBuilds: 1);
        Keep(store, "a", ("a", "of a"));
        Directory.SetLastWriteTimeUtc(Path.Combine(Root, "a"), _clock.GetUtcNow().UtcDateTime.AddYears(1));

        Keep(store, "b", ("b", "of b"));

        Kept.ShouldBe(["b"]);
    }

    [Test]
    public void ABuildWithoutAManifestCountsWithAllThatLiesThere()
    {
        BuildStore store = Store(mostBytes: 10);
        Keep(store, "a", ("a", "12"));
        Former("former", ("T.dll", "1234"), ("in/U.dll", "1234"));
        Keep(store, "b", ("b", "1"));
        Kept.ShouldBe(["a", "b", "former"]);

        Keep(store, "c", ("c", "34"));
        Kept.ShouldBe(["b", "c", "former"]);
        Keep(store, "d", ("d", "12"));

        Kept.ShouldBe(["b", "c", "d"], "only what was used before the former build would go with it");
    }

    [Test]
    public void ABuildWithoutAManifestIsFoundAndOneAmongTheMost()
    {
        BuildStore store = Store(mostBuilds: 2);
        Former("former", ("T.dll", "1234"));
        Keep(store, "a", ("a", "1"));
        Find(store, "former");

        Keep(store, "b", ("b", "1"));

        Kept.ShouldBe(["b", "former"]);
        SomeBuild.Read(store.Find("former").ShouldNotBeNull()).Keys.ShouldBe(["T.dll"]);
        Keep(store, "c", ("c", "1"));
        Keep(store, "d", ("d", "1"));
        Kept.ShouldBe(["c", "d"]);
    }

    [TestCase("no manifest")]
    [TestCase("../../../a  1  a\n")]
    public void ABrokenManifestCostsNobodyAFile(string manifest)
    {
        BuildStore store = Store(mostBuilds: 2);
        Keep(store, "a", ("a", "of a"));
        string outside = _folder["outside.txt"];
        File.WriteAllText(outside, "");
        File.WriteAllText(Path.Combine(Root, "a.manifest"), manifest);

        Keep(store, "b", ("b", "of b"));

        File.ReadAllText(Path.Combine(store.Find("a").ShouldNotBeNull(), "a")).ShouldBe("of a");
        Contents.ShouldBe(["of b"]);
        Keep(store, "c", ("c", "of c"));
        Keep(store, "d", ("d", "of d"));
        Kept.ShouldBe(["c", "d"]);
        File.Exists(outside).ShouldBeTrue();
    }

    [Test]
    [Platform("Win", Reason = "Elsewhere what is in use can be deleted.")]
    public void ABuildInUseStaysWholeUntilTheNextTime()
    {
        BuildStore store = Store(mostBuilds: 1);
        Keep(store, "a", ("a", "of a"), ("b", "also of a"));
        using (File.Open(Path.Combine(Root, "a", "a"), FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            Keep(store, "b", ("b", "of b"));
            SomeBuild.Read(Path.Combine(Root, "a")).Count.ShouldBe(2);
        }

        Keep(store, "c", ("c", "of c"));

        Kept.ShouldBe(["c"]);
    }

    private BuildStore Store(int mostBuilds = Plenty, long mostBytes = Plenty) => new(Root, new BuildLimits(mostBuilds, mostBytes), _clock);

    private void Keep(BuildStore store, string key, params (string Path, string Text)[] files)
    {
        _clock.GoOnADay();
        store.Keep(key, SomeBuild.Write(_folder[$"source of {key}"], files));
    }

    private void Find(BuildStore store, string key)
    {
        _clock.GoOnADay();
        store.Find(key).ShouldBe(Path.Combine(Root, key));
    }

    private void Former(string key, params (string Path, string Text)[] files)
    {
        _clock.GoOnADay();
        Directory.SetLastWriteTimeUtc(SomeBuild.Write(Path.Combine(Root, key), files), _clock.GetUtcNow().UtcDateTime);
    }
}
