using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Builds;
using Shouldly;

namespace Perf.Tool.Tests.Builds;

[TestFixture]
public sealed class GitRepositoryTests
{
    [Test]
    public async Task ANameIsTheCommitThatItMeans()
    {
        using SomeRepository repository = await SomeRepository.Create();
        repository.Write("a.txt", "one");
        string first = await repository.Commit();
        repository.Write("a.txt", "two");
        string second = await repository.Commit();

        (await repository.Git.CommitOf("HEAD~1", default)).ShouldBe(first);
        (await repository.Git.CommitOf("main", default)).ShouldBe(second);
        (await repository.Git.CommitOf(first[..8], default)).ShouldBe(first);
    }

    [TestCase("nosuch")]
    [TestCase("--help")]
    public async Task ANameOfNothingIsToldInWords(string name)
    {
        using SomeRepository repository = await SomeRepository.Create();
        repository.Write("a.txt", "one");
        await repository.Commit();

        (await Should.ThrowAsync<ToolException>(() => repository.Git.CommitOf(name, default))).Message
            .ShouldBe($"{name} is no commit here and no folder: name a branch, tag or hash; in CI check out with history (fetch-depth: 0)");
    }

    [Test]
    public async Task OutsideOfARepositoryThatIsSaid()
    {
        using TemporaryFolder folder = new();

        (await Should.ThrowAsync<ToolException>(() => GitRepository.Of(folder.Path, default))).Message.ShouldContain("is in no git repository");
    }

    [Test]
    public async Task AWorktreeHasItsCommitAndIsGoneAfterwards()
    {
        using SomeRepository repository = await SomeRepository.Create();
        repository.Write("a.txt", "one");
        string first = await repository.Commit();
        repository.Write("a.txt", "two");
        await repository.Commit();

        string folder;
        await using (Worktree worktree = await Worktree.Create(repository.Git, first, default))
        {
            folder = worktree.Folder;
            (await File.ReadAllTextAsync(Path.Combine(folder, "a.txt"))).ShouldBe("one");
        }

        Directory.Exists(folder).ShouldBeFalse();
        (await repository.Run("worktree", "list")).Trim().Split('\n').ShouldHaveSingleItem();
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!).ShouldBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(repository.Root, "a.txt"))).ShouldBe("two");
    }

    [Test]
    public async Task WhatACrashLeftBehindIsRemovedByTheNextRun()
    {
        using SomeRepository repository = await SomeRepository.Create();
        repository.Write("a.txt", "one");
        string commit = await repository.Commit();
        string abandoned = Path.Combine(repository.Root, ".perf", "worktrees", $"{commit[..12]}-1");
        Directory.CreateDirectory(Path.GetDirectoryName(abandoned)!);
        await repository.Git.AddWorktree(abandoned, commit, default);
        await File.WriteAllTextAsync(abandoned + ".lock", "");

        await using Worktree worktree = await Worktree.Create(repository.Git, commit, default);
        await using Worktree another = await Worktree.Create(repository.Git, commit, default);

        Directory.Exists(abandoned).ShouldBeFalse();
        File.Exists(abandoned + ".lock").ShouldBeFalse();
        Directory.Exists(worktree.Folder).ShouldBeTrue("it is held by a run that still goes on");
        another.Folder.ShouldNotBe(worktree.Folder);
    }
}
