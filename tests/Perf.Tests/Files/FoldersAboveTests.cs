using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

[TestFixture]
public sealed class FoldersAboveTests
{
    [Test]
    public void TheNearestComesFirstAndTheRootLast()
    {
        using TemporaryFolder folder = new();

        string[] found = [.. FoldersAbove.Of(folder["one/two"])];

        found[..3].ShouldBe([folder["one/two"], folder["one"], folder.Path]);
        found[^1].ShouldBe(Path.GetPathRoot(folder.Path));
    }
}
