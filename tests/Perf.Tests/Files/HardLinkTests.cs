using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

public sealed class HardLinkTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void BothNamesAreOneFile()
    {
        File.WriteAllText(_folder["a b.txt"], "one");

        HardLink.TryCreate(_folder["a b.txt"], _folder["µ.txt"]).ShouldBeTrue();

        File.AppendAllText(_folder["a b.txt"], " and two");
        File.ReadAllText(_folder["µ.txt"]).ShouldBe("one and two");
        File.Delete(_folder["a b.txt"]);
        File.ReadAllText(_folder["µ.txt"]).ShouldBe("one and two");
    }

    [Test]
    public void ANameThatIsTakenOrHasNoFolderIsRefused()
    {
        File.WriteAllText(_folder["a.txt"], "one");
        File.WriteAllText(_folder["b.txt"], "two");

        HardLink.TryCreate(_folder["a.txt"], _folder["b.txt"]).ShouldBeFalse();
        HardLink.TryCreate(_folder["a.txt"], _folder["none/b.txt"]).ShouldBeFalse();
        HardLink.TryCreate(_folder["none.txt"], _folder["c.txt"]).ShouldBeFalse();
        File.ReadAllText(_folder["b.txt"]).ShouldBe("two");
    }
}
