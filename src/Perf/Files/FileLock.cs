using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Perf.Files;

/// <summary>
/// A lock on a path among the processes of one user: a file in the temporary folder that only one of them can have
/// open. The lock files stay: deleting one would let two holders in, one with it and one with its successor.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _held;

    private FileLock(FileStream held) => _held = held;

    /// <summary>Waits for the lock of a file.</summary>
    /// <exception cref="PerfFileException">Another holder has not let go in time, or no lock can be kept.</exception>
    public static FileLock Acquire(string path, TimeSpan timeout)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                string file = LockFileOf(path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                return new FileLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (exception.GetType() == typeof(IOException))
            {
                if (TimeProvider.System.GetElapsedTime(start) >= timeout)
                {
                    throw new PerfFileException(
                        path,
                        null,
                        null,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"is still locked by another process after {timeout.TotalSeconds} s"),
                        "wait for that process to end, or end it, and try again",
                        exception);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new PerfFileException(
                    path,
                    null,
                    null,
                    $"cannot be locked: {exception.Message.TrimEnd('.')}",
                    "make the temporary folder writable (TMPDIR, TEMP)",
                    exception);
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Dispose() => _held.Dispose();

    private static string LockFileOf(string path)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path)));

        // A folder for each user: one user's lock files are not another's to open.
        string folder = Path.Combine(Path.GetTempPath(), $"perf-locks-{Environment.UserName}");
        return Path.Combine(folder, $"{Convert.ToHexStringLower(hash)}.lock");
    }
}
