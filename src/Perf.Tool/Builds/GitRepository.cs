using Perf.Tool.Processes;

namespace Perf.Tool.Builds;

/// <summary>A repository, asked by the <c>git</c> program.</summary>
/// <param name="Root">The folder of its working tree.</param>
internal sealed record GitRepository(string Root)
{
    /// <summary>The repository that a folder lies in.</summary>
    /// <exception cref="ToolException">There is none, or no git.</exception>
    public static async Task<GitRepository> Of(string folder, CancellationToken cancellation)
    {
        ChildProcess ended = await Git(folder, ["rev-parse", "--show-toplevel"], cancellation);
        return ended.ExitCode == 0
            ? new GitRepository(Path.GetFullPath(ended.Output.Trim()))
            : throw new ToolException($"{folder} is in no git repository: run the command in a checkout, or name folders of builds");
    }

    /// <summary>The whole hash of the commit that a name means.</summary>
    /// <exception cref="ToolException">There is none of that name.</exception>
    public async Task<string> CommitOf(string name, CancellationToken cancellation)
    {
        ChildProcess ended = await Git(Root, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"], cancellation);
        return ended.ExitCode == 0
            ? ended.Output.Trim()
            : throw new ToolException(
                $"{name} is no commit here and no folder: name a branch, tag or hash; in CI check out with history (fetch-depth: 0)");
    }

    /// <summary>Checks a commit out into a folder of its own.</summary>
    /// <exception cref="ToolException">It cannot be checked out.</exception>
    public async Task AddWorktree(string folder, string commit, CancellationToken cancellation)
    {
        ChildProcess ended = await Git(Root, ["worktree", "add", "--detach", "--force", folder, commit], cancellation);
        if (ended.ExitCode != 0)
        {
            throw new ToolException($"commit {commit} cannot be checked out into {folder}:\n{ended.Tail}");
        }
    }

    /// <summary>Removes such a folder, and what git noted of it, however little of it is left.</summary>
    public async Task RemoveWorktree(string folder)
    {
        await Git(Root, ["worktree", "remove", "--force", folder], CancellationToken.None);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await Git(Root, ["worktree", "prune"], CancellationToken.None);
    }

    private static Task<ChildProcess> Git(string folder, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        ChildProcess.Run("git", folder, arguments, new Dictionary<string, string?> { ["GIT_TERMINAL_PROMPT"] = "0" }, cancellation);
}
