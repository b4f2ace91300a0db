using Perf.Files;

namespace Perf.Builds;

/// <summary>Contents of files, each once and named by its hash: <c>files/9f/9f86d081…</c>.</summary>
/// <param name="root">The folder.</param>
/// <param name="tryLink">Gives a file a second name; false where the file system refuses.</param>
internal sealed class ObjectFolder(string root, Func<string, string, bool> tryLink)
{
    private const int FolderDigits = 2;

    // All are of one time, so that one which was written into through a build gives itself away, though its length be the same.
    private static readonly DateTime Written = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The path of a content, whether or not it is there.</summary>
    public string PathOf(string hash) => Path.Combine(root, hash[..FolderDigits], hash);

    /// <summary>Stores a content, unless it is there undamaged.</summary>
    /// <param name="file">What it is.</param>
    /// <param name="source">Where to read it, should it be needed.</param>
    /// <exception cref="PerfFileException">It cannot be written, or the source has become another.</exception>
    public void Store(StoredFile file, string source)
    {
        FileInfo stored = new(PathOf(file.Hash));
        if (stored.Exists && stored.Length == file.Length && stored.LastWriteTimeUtc == Written)
        {
            return;
        }

        AtomicFile.Write(stored.FullName, stream =>
        {
            using FileStream content = OpenUnchanged(source);
            if (StreamHash.Of(content, stream.Write) != (file.Hash, file.Length))
            {
                throw Changed(source, null);
            }

            Finish((FileStream)stream, source);
        });
    }

    /// <summary>Puts a stored file where a build has it: as a link, or as a copy where that cannot be.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Where it comes from, for its mode.</param>
    /// <param name="target">The path that it gets, in a folder that need not exist.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Place(StoredFile file, string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string stored = PathOf(file.Hash);

        // All names of a file have one mode: what differs in nothing else is another file.
        if (ModeOf(source) != ModeOf(stored) || !tryLink(stored, target))
        {
            File.Copy(stored, target);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, ModeOf(source));
            }
        }
    }

    /// <summary>Deletes all but the contents named, and what was left unfinished.</summary>
    public void DeleteAllBut(IReadOnlySet<string> hashes)
    {
        foreach (FileInfo file in Directory.Exists(root) ? FolderListing.OwnFiles(root) : [])
        {
            if (!hashes.Contains(file.Name))
            {
                Deletion.TryDeleteFile(file.FullName);
            }
        }
    }

    private static FileStream OpenUnchanged(string source)
    {
        try
        {
            return StreamHash.Open(source);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Changed(source, exception);
        }
    }

    private static PerfFileException Changed(string source, Exception? exception) => new(
        source, null, null, "was changed while it was being kept", "let nothing build or run there meanwhile, and try again", exception);

    private static void Finish(FileStream stream, string source)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, ModeOf(source));
        }

        stream.Flush();
        File.SetLastWriteTimeUtc(stream.SafeFileHandle, Written);
    }

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
