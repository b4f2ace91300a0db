using System.Security.Cryptography;
using System.Text;
using Perf.Files;

namespace Perf.Builds;

/// <summary>What the output folder of a build holds: its files by their hashes, read once.</summary>
public sealed class BuildContent
{
    // The tests' own results lie in the output too, of some runners; they are no part of the build.
    private const string Results = "TestResults";

    private const string Uncommitted = "build";
    private const int CommitDigits = 7;
    private const int ContentDigits = 8;

    private BuildContent(string folder, IReadOnlyList<StoredFile> files)
    {
        Folder = folder;
        Files = files;
    }

    internal string Folder { get; }

    /// <summary>In the order of their paths.</summary>
    internal IReadOnlyList<StoredFile> Files { get; }

    /// <summary>Reads a build: a second for a gigabyte or two.</summary>
    /// <param name="folder">The output folder; all below it counts but for <c>TestResults</c>.</param>
    /// <exception cref="PerfFileException">The folder or a file of it cannot be read.</exception>
    public static BuildContent Of(string folder)
    {
        string full = Path.GetFullPath(folder);
        try
        {
            return new BuildContent(full, [.. FolderListing.Of(full, Results).Select(path => Read(full, path))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(folder, "check that it is the output folder of a build and may be read", exception);
        }
    }

    /// <summary>The name of the build: equal files give equal names, of whatever commit's working tree they were built.</summary>
    /// <param name="commit">The hash of the commit; null where it is not known.</param>
    /// <returns><c>4f3c2a1-90ab12cd</c>: the commit, or <c>build</c>, and the hash of all paths and contents.</returns>
    public string KeyOf(string? commit)
    {
        string? digits = commit is { Length: >= CommitDigits } ? commit[..CommitDigits] : null;
        string origin = digits is not null && digits.All(char.IsAsciiHexDigit) ? digits.ToLowerInvariant() : Uncommitted;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(BuildManifest.TextOf(Files)));
        return $"{origin}-{Convert.ToHexStringLower(hash)[..ContentDigits]}";
    }

    private static StoredFile Read(string folder, string path)
    {
        string file = Path.Combine(folder, path);
        if (!StoredFile.MayBePath(path))
        {
            throw new PerfFileException(file, null, null, "has a line break in its name", "rename it: a build is listed line by line");
        }

        try
        {
            using FileStream stream = StreamHash.Open(file);
            (string hash, long length) = StreamHash.Of(stream);
            return new StoredFile(path, hash, length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, "check that it is a file and may be read", exception);
        }
    }

    private static PerfFileException Unreadable(string path, string remedy, Exception exception) =>
        new(path, null, null, $"cannot be read: {exception.Message.TrimEnd('.')}", remedy, exception);
}
