using CsCheck;
using NUnit.Framework;
using Perf.Builds;
using Shouldly;

namespace Perf.Tests.Builds;

public sealed class BuildManifestTests
{
    private static readonly string Hash = new('0', 64);

    [Test]
    public void EveryFileIsALine() =>
        BuildManifest.TextOf([new StoredFile("a b.dll", Hash, 12), new StoredFile("data/µ.bin", Hash, 0)])
            .ShouldBe($"{Hash}  12  a b.dll\n{Hash}  0  data/µ.bin\n");

    [Test]
    public void WhatIsWrittenIsRead()
    {
        Gen<StoredFile> file = Gen.Select(
            Gen.String.Where(StoredFile.MayBePath),
            Gen.Byte.Array[32].Select(Convert.ToHexStringLower),
            Gen.Long[0, long.MaxValue],
            (path, hash, length) => new StoredFile(path, hash, length));

        file.Array[0, 5].Sample(files => BuildManifest.Parse(BuildManifest.TextOf(files)).ShouldNotBeNull().ShouldBe(files));
    }

    [TestCase("a.dll")]
    [TestCase("00  1  a.dll\n")]
    [TestCase("{0}  1  a.dll")]
    [TestCase("{0}  -1  a.dll\n")]
    [TestCase("{0}  1\n")]
    [TestCase("{0}  1  \n")]
    [TestCase("{0}  1  ../a.dll\n")]
    [TestCase("{0}  1  data/../../a.dll\n")]
    [TestCase("{0}  1  /etc/passwd\n")]
    [TestCase("{0}  1  data//a.dll\n")]
    [TestCase("{0}  1  a.dll\n\n")]
    [TestCase("../../../../../../../../../../../../../../../../../../../etc/files  1  a.dll\n")]
    public void ABrokenLineOrAPathThatLeadsOutIsNoManifest(string text) =>
        BuildManifest.Parse(text.Replace("{0}", Hash, StringComparison.Ordinal)).ShouldBeNull();
}
