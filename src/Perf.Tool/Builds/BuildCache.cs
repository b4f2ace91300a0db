using Perf.Files;

namespace Perf.Tool.Builds;

/// <summary>Builds of other commits, kept in <c>.perf/builds</c>: the latest ten that were used.</summary>
/// <param name="Root">The folder of the cache.</param>
internal sealed record BuildCache(string Root)
{
    private const int MostBuilds = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The folder of a build; made where there is none yet, at once for whoever looks for it.</summary>
    /// <param name="key">Names the commit and what it was built with.</param>
    /// <param name="build">Builds into an empty folder.</param>
    /// <param name="cancellation">Ends the build.</param>
    public async Task<string> Get(string key, Func<string, CancellationToken, Task> build, CancellationToken cancellation)
    {
        string folder = Path.Combine(Root, key);
        using (AtomicFile.Lock(folder, Patience))
        {
            if (!Directory.Exists(folder))
            {
                string unfinished = folder + ".unfinished";
                Delete(unfinished);
                Directory.CreateDirectory(unfinished);
                try
                {
                    await build(unfinished, cancellation);
                    Directory.Move(unfinished, folder);
                }
                finally
                {
                    Delete(unfinished);
                }
            }

            Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().UtcDateTime);
        }

        Prune(folder);
        return folder;
    }

    private void Prune(string used)
    {
        foreach (string old in Directory.EnumerateDirectories(Root)
            .Where(folder => folder != used)
            .OrderByDescending(Directory.GetLastWriteTimeUtc)
            .Skip(MostBuilds - 1)
            .ToArray())
        {
            try
            {
                Delete(old);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use; the next run tries again.
            }
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
