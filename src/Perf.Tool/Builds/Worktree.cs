namespace Perf.Tool.Builds;

/// <summary>A commit checked out beside the working tree, removed at the end; one that a crash left behind, at the next start.</summary>
internal sealed class Worktree : IAsyncDisposable
{
    private const string LockExtension = ".lock";

    private readonly GitRepository _repository;
    private readonly FileStream _lock;

    private Worktree(GitRepository repository, string folder, FileStream held)
    {
        _repository = repository;
        _lock = held;
        Folder = folder;
    }

    public string Folder { get; }

    /// <summary>Checks a commit out.</summary>
    public static async Task<Worktree> Create(GitRepository repository, string commit, CancellationToken cancellation)
    {
        string parent = Path.Combine(repository.Root, ".perf", "worktrees");
        Directory.CreateDirectory(parent);
        await RemoveAbandoned(repository, parent);
        string folder = Path.Combine(parent, $"{commit[..12]}-{Guid.NewGuid():N}"[..21]);
        FileStream held = new(folder + LockExtension, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Worktree worktree = new(repository, folder, held);
        try
        {
            await repository.AddWorktree(folder, commit, cancellation);
            return worktree;
        }
        catch
        {
            await worktree.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _repository.RemoveWorktree(Folder);
        string file = _lock.Name;
        await _lock.DisposeAsync();
        File.Delete(file);
    }

    // The system lets go of a lock when its process ends, however it ends.
    private static async Task RemoveAbandoned(GitRepository repository, string parent)
    {
        foreach (string file in Directory.EnumerateFiles(parent, "*" + LockExtension))
        {
            try
            {
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    await repository.RemoveWorktree(file[..^LockExtension.Length]);
                }

                File.Delete(file);
            }
            catch (IOException)
            {
                // Another run holds it.
            }
        }
    }
}
