using System.Security.Cryptography;
using System.Text;

namespace Perf.Files;

/// <summary>Writes files so that a reader sees the old text or the new one, never a part of either.</summary>
public static class AtomicFile
{
    private const string Temporary = ".tmp";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Nobody writes a file for so long.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>
    /// Replaces the text of a file at once (UTF-8 without a byte order mark), creating its folders; on failure the old
    /// file is untouched and nothing else is left behind.
    /// </summary>
    /// <exception cref="PerfFileException">The file or one of its folders cannot be written.</exception>
    public static void WriteAllText(string path, string text) =>
        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// Keeps the other threads and the other processes of this user out of a read-modify-write of the file until
    /// disposed.
    /// </summary>
    /// <param name="path">The file to be changed; it need not exist.</param>
    /// <param name="timeout">How long to wait for another holder; 30 s when null.</param>
    /// <exception cref="PerfFileException">Another holder has not let go in time, or no lock can be kept.</exception>
    public static IDisposable Lock(string path, TimeSpan? timeout = null) =>
        FileLock.Acquire(path, timeout ?? LongestWait);

    /// <summary>Finds out whether a file can be written, before work that would be lost if it could not; the file itself is left alone.</summary>
    /// <exception cref="PerfFileException">The file or one of its folders cannot be written.</exception>
    public static void RequireWritable(string path) => Write(path, (temporary, _) =>
    {
        using FileStream tried = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
    });

    /// <summary>As <see cref="WriteAllText"/>, with the bytes written by the caller.</summary>
    internal static void Write(string path, Action<Stream> content) =>
        Write(path, (temporary, target) => WriteThrough(temporary, target, content));

    private static void Write(string path, Action<string, string> write)
    {
        try
        {
            string target = Target(path);
            string folder = Path.GetDirectoryName(target) ?? target;
            Directory.CreateDirectory(folder);

            RemoveAbandoned(folder, Path.GetFileName(target));

            // In the same folder: a rename is atomic only within one file system.
            string name = $".{Path.GetFileName(target)}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}{Temporary}";
            write(Path.Combine(folder, name), target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last one is how a stream says that a limit on the size of files, RLIMIT_FSIZE, is reached.
            throw new PerfFileException(
                path,
                null,
                null,
                $"cannot be written: {exception.Message.TrimEnd('.')}",
                "check that its folder exists, may be written and has room",
                exception);
        }
    }

    private static void WriteThrough(string temporary, string target, Action<Stream> content)
    {
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }

            Renaming.ReplaceFile(temporary, target);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // What a process that was killed while it wrote could not remove; what cannot be removed hinders nobody.
    private static void RemoveAbandoned(string folder, string file)
    {
        DateTime before = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        try
        {
            foreach (string left in Directory.EnumerateFiles(folder, $".{file}.*{Temporary}").Where(path => File.GetLastWriteTimeUtc(path) < before))
            {
                File.Delete(left);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The write itself says what is wrong with the folder.
        }
    }

    // A rename onto a symbolic link would replace the link and leave the file that it points to as it was.
    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null
            ? full
            : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }
}
