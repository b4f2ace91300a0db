using System.Security.Cryptography;

namespace Perf.Builds;

/// <summary>A finished build as it is found in the store.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="LastUsed">When it was kept or found last.</param>
/// <param name="Files">Its files; none where it has no manifest, like those of former versions.</param>
/// <param name="UnlistedBytes">What it takes without a manifest.</param>
internal sealed record KeptBuild(string Folder, DateTime LastUsed, IReadOnlyList<StoredFile> Files, long UnlistedBytes)
{
    private const int RandomDigits = 8;

    /// <summary>All builds of a store.</summary>
    public static IEnumerable<KeptBuild> Below(string root) =>
        Directory.EnumerateDirectories(root).Where(BuildKey.IsBuild).Select(Read);

    /// <summary>A name that no folder has and that is no build's, for one that is made or deleted.</summary>
    public static string UnfinishedNameOf(string folder) =>
        $"{folder}.{RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true)}{BuildKey.Unfinished}";

    /// <summary>Removes it as a whole; false, and untouched, where it is in use.</summary>
    public bool TryRemove()
    {
        // Renamed first: half a build must not be found.
        string removed = UnfinishedNameOf(Folder);
        if (!Deletion.TryMoveFolder(Folder, removed))
        {
            return false;
        }

        Deletion.TryDeleteFile(Folder + BuildManifest.Extension);
        Deletion.TryDeleteFolder(removed);
        return true;
    }

    private static KeptBuild Read(string folder)
    {
        IReadOnlyList<StoredFile>? files = BuildManifest.Of(folder);
        long bytes = files is null ? FolderListing.OwnFiles(folder).Sum(file => file.Length) : 0;
        return new KeptBuild(folder, Directory.GetLastWriteTimeUtc(folder), files ?? [], bytes);
    }
}
