namespace Perf.Builds;

/// <summary>Keeps a store within its limits; asked by whoever holds its lock.</summary>
internal sealed class BuildPruning(string root, ObjectFolder objects, BuildLimits limits)
{
    /// <summary>Removes the builds that were used longest ago, then the contents that no build refers to.</summary>
    /// <param name="used">The folder of the build that stays in any case.</param>
    public void Prune(string used)
    {
        HashSet<string> referred = [];
        int builds = 0;
        long bytes = 0;
        foreach (KeptBuild build in KeptBuild.Below(root)
            .OrderByDescending(build => build.Folder == used)
            .ThenByDescending(build => build.LastUsed)
            .ThenBy(build => build.Folder, StringComparer.Ordinal)
            .ToArray())
        {
            StoredFile[] added = [.. build.Files.DistinctBy(file => file.Hash).Where(file => !referred.Contains(file.Hash))];
            builds++;
            bytes += build.Folder == used ? 0 : build.UnlistedBytes + added.Sum(file => file.Length);
            bool isTooMuch = build.Folder != used && (builds > limits.MostBuilds || bytes > limits.MostBytes);
            if (!isTooMuch || !build.TryRemove())
            {
                referred.UnionWith(added.Select(file => file.Hash));
            }
        }

        objects.DeleteAllBut(referred);
    }

    /// <summary>Removes the builds that somebody picks, then the contents that no build refers to.</summary>
    /// <param name="isPicked">Picks by the folder.</param>
    /// <returns>The folders of those that are gone: one in use stays.</returns>
    public IReadOnlyList<string> Remove(Func<string, bool> isPicked)
    {
        ILookup<bool, KeptBuild> builds = KeptBuild.Below(root).ToArray()
            .ToLookup(build => isPicked(build.Folder) && build.TryRemove());
        objects.DeleteAllBut(builds[false].SelectMany(build => build.Files).Select(file => file.Hash).ToHashSet());
        return [.. builds[true].Select(build => build.Folder)];
    }

    /// <summary>Removes what an interrupted run left behind: none is at work while the lock is held.</summary>
    public void RemoveLeftovers()
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (string folder in Directory.GetDirectories(root, "*" + BuildKey.Unfinished))
        {
            Deletion.TryDeleteFolder(folder);
        }

        foreach (string manifest in Directory.GetFiles(root, "*" + BuildManifest.Extension))
        {
            if (!Directory.Exists(manifest[..^BuildManifest.Extension.Length]))
            {
                Deletion.TryDeleteFile(manifest);
            }
        }
    }
}
