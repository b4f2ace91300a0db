using System.Collections.Concurrent;
using System.Runtime.Versioning;
using CsCheck;
using NUnit.Framework;
using Perf.Builds;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Builds;

public sealed class BuildStoreTests
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
    public void AnyBuildIsFoundByteByByte()
    {
        string[] names = ["a", "b c", "µ", "日本", "0.dll", "e\u0301"];
        Gen<string> name = Gen.Int[0, names.Length - 1].Select(i => names[i]);
        Gen<string> path = name.Array[0, 3].Select(
            name.Select(file => file + ".so"), (folders, file) => string.Join('/', [.. folders.Select(folder => folder + "_"), file]));
        Gen<(string, byte[])[]> build = Gen.Select(path, Gen.Byte.Array[0, 40]).Array[0, 8]
            .Select(files => files.DistinctBy(file => file.Item1).ToArray());
        BuildStore store = new(Root, new BuildLimits(int.MaxValue, long.MaxValue), TimeProvider.System);
        int count = 0;

        build.Sample(
            files =>
            {
                string key = $"build {Interlocked.Increment(ref count)}";
                string source = SomeBuild.Write(_folder[key], files);
                string kept = store.Keep(key, source);
                kept.ShouldBe(Path.Combine(Root, key));
                store.Find(key).ShouldBe(kept);
                SomeBuild.ShouldHold(kept, source);
            },
            iter: 40);
    }

    [Test]
    public void WhatTwoBuildsShareTakesItsSpaceOnce()
    {
        (string, string)[] shared = [("libtorch.so", "large"), ("runtimes/copy.so", "large")];
        string first = Store.Keep("first", SomeBuild.Write(_folder["1"], [.. shared, ("T.dll", "one")]));
        string second = Store.Keep("second", SomeBuild.Write(_folder["2"], [.. shared, ("T.dll", "two")]));

        SomeBuild.ShouldHold(first, _folder["1"]);
        SomeBuild.ShouldHold(second, _folder["2"]);
        SomeBuild.Objects(Root).Select(File.ReadAllText).Order(StringComparer.Ordinal).ShouldBe(["large", "one", "two"]);

        // One file by all its names.
        File.AppendAllText(Path.Combine(first, "libtorch.so"), "r");
        SomeBuild.Objects(Root).Select(File.ReadAllText).ShouldContain("larger");
        File.ReadAllText(Path.Combine(second, "runtimes", "copy.so")).ShouldBe("larger");
        File.ReadAllText(Path.Combine(_folder["1"], "libtorch.so")).ShouldBe("large", "the folder that was kept is the caller's");
    }

    [Test]
    public void AContentLiesUnderItsHashAndTheManifestListsIt()
    {
        SomeBuild.Write(Source, ("in/a.dll", "abc"));

        Store.Keep("one", Source);

        // FIPS 180-2, B.1.
        const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        SomeBuild.Objects(Root).ShouldBe([Path.Combine(Root, "files", "ba", Hash)]);
        File.ReadAllText(Path.Combine(Root, "one.manifest")).ShouldBe($"{Hash}  3  in/a.dll\n");
        SomeBuild.Names(Root).ShouldBe(["files", "one", "one.manifest"]);
    }

    [Test]
    public void AKeptBuildStaysAsItWas()
    {
        string kept = Store.Keep("one", SomeBuild.Write(_folder["1"], ("T.dll", "one")));

        Store.Keep("one", SomeBuild.Write(_folder["2"], ("T.dll", "two"))).ShouldBe(kept);

        SomeBuild.ShouldHold(kept, _folder["1"]);
        SomeBuild.Objects(Root).Select(File.ReadAllText).ShouldBe(["one"]);
    }

    [Test]
    public void ABuildWithoutFilesIsAnEmptyFolder()
    {
        Store.Keep("none", SomeBuild.Write(Source));

        Directory.EnumerateFileSystemEntries(Store.Find("none").ShouldNotBeNull()).ShouldBeEmpty();
    }

    [Test]
    public void WhatWasNeverKeptIsNotFound()
    {
        Store.Find("one").ShouldBeNull();
        Directory.Exists(Root).ShouldBeFalse("looking makes nothing");
        Store.Keep("another", SomeBuild.Write(Source));
        Store.Find("one").ShouldBeNull();
    }

    [Test]
    public void TheResultsOfTestsAreNotKept()
    {
        string kept = Store.Keep("one", SomeBuild.Write(Source, ("T.dll", "one"), ("TestResults/a.trx", "")));

        SomeBuild.Read(kept).Keys.ShouldBe(["T.dll"]);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void ALinkedFileIsKeptAsTheFileItself()
    {
        SomeBuild.Write(Source, ("a.so", "one"));
        File.CreateSymbolicLink(Path.Combine(Source, "b.so"), "a.so");

        string kept = Store.Keep("one", Source);

        new FileInfo(Path.Combine(kept, "b.so")).LinkTarget.ShouldBeNull();
        SomeBuild.ShouldHold(kept, Source);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Files have no modes there.")]
    [UnsupportedOSPlatform("windows")]
    public void EveryFileKeepsItsMode()
    {
        const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode Runnable = Plain | UnixFileMode.UserExecute | UnixFileMode.OtherExecute;
        SomeBuild.Write(Source, ("a", "same"), ("b", "same"), ("c", "other"));
        File.SetUnixFileMode(Path.Combine(Source, "a"), Plain);
        File.SetUnixFileMode(Path.Combine(Source, "b"), Runnable);
        File.SetUnixFileMode(Path.Combine(Source, "c"), Runnable);

        string kept = Store.Keep("one", Source);

        new[] { "a", "b", "c" }.Select(name => File.GetUnixFileMode(Path.Combine(kept, name))).ShouldBe([Plain, Runnable, Runnable]);
        SomeBuild.ShouldHold(kept, Source);
    }

    [Test]
    public async Task SeveralMayKeepAtOnce()
    {
        const int Threads = 8;
        string[] sources = [.. Enumerable.Range(0, 3).Select(build =>
            SomeBuild.Write(_folder[$"source{build}"], ("shared.so", new string('s', 100_000)), ("T.dll", $"{build}")))];
        ConcurrentBag<(int Build, string Kept)> kept = [];
        using Barrier start = new(Threads);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (int turn = 0; turn < 5; turn++)
                {
                    int build = (thread + turn) % sources.Length;
                    kept.Add((build, Store.Keep($"build{build}", sources[build])));
                    SomeBuild.ShouldHold(Store.Find($"build{build}"), sources[build]);
                }
            },
            TaskCreationOptions.LongRunning)));

        kept.Count.ShouldBe(Threads * 5);
        kept.ShouldAllBe(one => one.Kept == Path.Combine(Root, $"build{one.Build}"));
        SomeBuild.Objects(Root).Length.ShouldBe(1 + sources.Length);
        SomeBuild.Names(Root).ShouldBe(
            ["build0", "build0.manifest", "build1", "build1.manifest", "build2", "build2.manifest", "files"]);
    }
}
