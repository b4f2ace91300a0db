using Perf.Builds;
using Perf.Files;

namespace Perf.Tool.Builds;

/// <summary>Builds of other commits, made where the store has none.</summary>
/// <param name="Root">The folder of the store, <c>.perf/builds</c>.</param>
internal sealed record BuildCache(string Root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly BuildStore _store = new(Root);

    /// <summary>The folder of a build; made where there is none yet, at once for whoever looks for it.</summary>
    /// <param name="key">Names the commit and what it was built with.</param>
    /// <param name="build">Builds, and gives back what keeping its output folder told it: the folder need not outlast that.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="PerfFileException">The build cannot be kept, or another process makes it for too long.</exception>
    public async Task<string> Get(
        string key, Func<Func<string, string>, CancellationToken, Task<string>> build, CancellationToken cancellation)
    {
        using (AtomicFile.Lock(Path.Combine(Root, key), Patience))
        {
            return _store.Find(key) ?? await build(output => _store.Keep(key, output), cancellation);
        }
    }
}
