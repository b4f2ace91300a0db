using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class CommitOfTests
{
    private const string Hash = "4f3c2a1d00000000000000000000000000000001";
    private const string OtherHash = "bbbbbbb000000000000000000000000000000002";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void ABranchIsFollowedFromAnyFolderBelow()
    {
        Put(".git/HEAD", "ref: refs/heads/main\n");
        Put(".git/refs/heads/main", $"{Hash}\n");
        Directory.CreateDirectory(_folder["tests/deep"]);

        Find("tests/deep").ShouldBe("4f3c2a1");
    }

    [Test]
    public void ADetachedHeadIsItsCommit()
    {
        Put(".git/HEAD", Hash);

        Find("").ShouldBe("4f3c2a1");
    }

    [Test]
    public void APackedBranchIsFoundAndALooseOneGoesBeforeIt()
    {
        Put(".git/HEAD", "ref: refs/heads/a/b\n");
        Put(
            ".git/packed-refs",
            $"# pack-refs with: peeled\n{OtherHash} refs/heads/a\n{Hash} refs/heads/a/b\n^{OtherHash}\n");

        Find("").ShouldBe("4f3c2a1");

        Put(".git/refs/heads/a/b", OtherHash);

        Find("").ShouldBe("bbbbbbb");
    }

    [Test]
    public void AWorktreeHasItsOwnHeadAndTheBranchesOfItsRepository()
    {
        Put("main/.git/HEAD", "ref: refs/heads/main\n");
        Put("main/.git/refs/heads/main", OtherHash);
        Put("main/.git/refs/heads/side", Hash);
        Put("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
        Put("main/.git/worktrees/side/commondir", "../..\n");
        Put("side/.git", "gitdir: ../main/.git/worktrees/side\n");

        Find("side").ShouldBe("4f3c2a1");
        Find("main").ShouldBe("bbbbbbb");
    }

    [TestCase("ref: refs/heads/unborn")]
    [TestCase("ref: HEAD")]
    [TestCase("no hash at all")]
    [TestCase("")]
    public void AHeadThatLeadsNowhereHasNoCommit(string head)
    {
        Put(".git/HEAD", head);

        Find("").ShouldBeNull();
    }

    [Test]
    public void TheCommitOfTheBuildServerServesOutsideOfARepositoryOnly()
    {
        // An empty .git folder ends the search before it leaves the test's own folder.
        Directory.CreateDirectory(_folder["repository/.git"]);
        Find("repository", OtherHash).ShouldBe("bbbbbbb");
        Find("repository", "not a hash").ShouldBeNull();

        Put("repository/.git/HEAD", Hash);
        Find("repository", OtherHash).ShouldBe("4f3c2a1");
    }

    private string? Find(string folder, string? server = null) =>
        CommitOf.Find(_folder[folder], name => name == "GITHUB_SHA" ? server : null);

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text);
    }
}
