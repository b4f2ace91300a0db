using Perf.Files;

namespace Perf.Builds;

/// <summary>
/// Builds for later, each a plain folder that assemblies can be loaded from: those used last, within
/// <see cref="BuildLimits.Usual"/>. What several have in common takes its space once, where the file system has hard links.
/// Nobody should write into a build's files: they are those of other builds too.
/// </summary>
public sealed class BuildStore
{
    // Half a gigabyte is stored within a minute on a slow disk, and a few may be waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _root;
    private readonly TimeProvider _clock;
    private readonly ObjectFolder _objects;
    private readonly BuildPruning _pruning;

    /// <summary>The builds in a folder, which need not exist.</summary>
    /// <param name="root">The folder: <c>.perf/builds</c> of a repository.</param>
    public BuildStore(string root)
        : this(root, BuildLimits.Usual, TimeProvider.System)
    {
    }

    internal BuildStore(string root, BuildLimits limits, TimeProvider clock)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _clock = clock;
        _objects = new ObjectFolder(Path.Combine(_root, BuildKey.Objects), HardLink.TryCreate);
        _pruning = new BuildPruning(_root, _objects, limits);
    }

    /// <summary>Keeps the files of a folder, <c>TestResults</c> aside.</summary>
    /// <param name="key">Names the build.</param>
    /// <param name="folder">The output folder of the build.</param>
    /// <returns>The folder of the build that is kept: that of former times, where the key has one.</returns>
    /// <exception cref="PerfFileException">The folder cannot be read, or the build not be written.</exception>
    public string Keep(string key, string folder) => Keep(key, BuildContent.Of(folder));

    /// <summary>Keeps a build that was read already.</summary>
    /// <param name="key">Names the build: <see cref="BuildContent.KeyOf"/>, or what the caller finds it by.</param>
    /// <param name="content">The build, whose folder is as it was when it was read.</param>
    /// <returns>The folder of the build that is kept: that of former times, where the key has one.</returns>
    /// <exception cref="PerfFileException">The build cannot be written, or was changed meanwhile.</exception>
    public string Keep(string key, BuildContent content)
    {
        string folder = BuildKey.FolderOf(_root, key);
        try
        {
            using IDisposable held = AtomicFile.Lock(_root, Patience);
            _pruning.RemoveLeftovers();
            if (!Directory.Exists(folder))
            {
                Make(folder, content);
            }

            MarkAsUsed(folder);
            _pruning.Prune(folder);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PerfFileException(
                folder,
                null,
                null,
                $"cannot be kept: {exception.Message.TrimEnd('.')}",
                "check that the folder of the builds may be written and has room",
                exception);
        }
    }

    /// <summary>The folder of a build that was kept; null where there is none.</summary>
    /// <param name="key">Names the build.</param>
    /// <exception cref="PerfFileException">No build can have that name, or another process keeps one for minutes.</exception>
    public string? Find(string key)
    {
        string folder = BuildKey.FolderOf(_root, key);

        // So that it is not removed before it is marked.
        using IDisposable held = AtomicFile.Lock(_root, Patience);
        if (!Directory.Exists(folder))
        {
            return null;
        }

        MarkAsUsed(folder);
        return folder;
    }

    /// <summary>The names of all builds that are kept, those used last first.</summary>
    public IReadOnlyList<string> Keys => Directory.Exists(_root)
        ? [.. KeptBuild.Below(_root).OrderByDescending(build => build.LastUsed).Select(build => Path.GetFileName(build.Folder))]
        : [];

    /// <summary>Removes builds, with the contents that no other build has.</summary>
    /// <param name="keys">Name the builds.</param>
    /// <returns>The names of those that were removed: one in use stays.</returns>
    /// <exception cref="PerfFileException">Another process keeps a build for minutes.</exception>
    public IReadOnlyList<string> Remove(IEnumerable<string> keys)
    {
        HashSet<string> folders = [.. keys.Select(key => BuildKey.FolderOf(_root, key))];
        if (folders.Count == 0 || !Directory.Exists(_root))
        {
            return [];
        }

        using IDisposable held = AtomicFile.Lock(_root, Patience);
        return [.. _pruning.Remove(folders.Contains).Select(folder => Path.GetFileName(folder)!)];
    }

    private void Make(string folder, BuildContent content)
    {
        string unfinished = KeptBuild.UnfinishedNameOf(folder);
        try
        {
            Directory.CreateDirectory(unfinished);
            foreach (StoredFile file in content.Files)
            {
                string source = Path.Combine(content.Folder, file.Path);
                _objects.Store(file, source);
                _objects.Place(file, source, Path.Combine(unfinished, file.Path));
            }

            AtomicFile.WriteAllText(folder + BuildManifest.Extension, BuildManifest.TextOf(content.Files));
            Renaming.MoveFolder(unfinished, folder);
        }
        catch
        {
            Deletion.TryDeleteFolder(unfinished);
            throw;
        }
    }

    private void MarkAsUsed(string folder)
    {
        try
        {
            Directory.SetLastWriteTimeUtc(folder, _clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another user's: it can be used, and goes when it would have gone.
        }
    }
}
