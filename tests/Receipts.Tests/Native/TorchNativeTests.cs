using NUnit.Framework;
using Receipts.Native;
using Shouldly;

namespace Receipts.Tests.Native;

[Platform("Linux")]
public sealed class TorchNativeTests
{
    // A version that the library needs too, and that nobody has marked.
    private const string NeededVersion = "GLIBCXX_3.4.21";

    private static byte[] Library => File.ReadAllBytes(
        new[]
        {
            Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so"),
            Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so"),
        }.First(File.Exists));

    [Test]
    public void MarkingChangesOneBitOfEachNeedAndNothingElse()
    {
        byte[] before = Library;
        byte[] after = Library;

        int marked = VersionNeed.MarkWeak(after, NeededVersion);

        marked.ShouldBeGreaterThan(0);
        int[] changed = [.. Enumerable.Range(0, before.Length).Where(index => before[index] != after[index])];
        changed.Length.ShouldBe(marked);
        changed.ShouldAllBe(index => (before[index] ^ after[index]) == 2);
    }

    [Test]
    public void MarkingAgainChangesNothing()
    {
        byte[] library = Library;
        VersionNeed.MarkWeak(library, NeededVersion);

        VersionNeed.MarkWeak(library, NeededVersion).ShouldBe(0);
    }

    [Test]
    public void AVersionThatIsNotNeededIsLeftAlone() => VersionNeed.MarkWeak(Library, "GLIBCXX_99.9").ShouldBe(0);

    [Test]
    public void WhatIsNoLibraryIsRefused()
    {
        Should.Throw<InvalidDataException>(() => VersionNeed.MarkWeak(new byte[100], NeededVersion));
        Should.Throw<InvalidDataException>(() => VersionNeed.MarkWeak(Library[..4096], NeededVersion));
    }

    [Test]
    public void AfterPreparationTheRuntimeNeedsNoChange()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("libLibTorchSharp.so", Library);
        TorchNative.Prepare(path);

        TorchNative.Prepare(path).ShouldBeFalse();
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }
}
