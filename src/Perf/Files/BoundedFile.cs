namespace Perf.Files;

/// <summary>Reads files that are expected to exist and to be of sensible size.</summary>
internal static class BoundedFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">The size above which it is refused unread.</param>
    /// <param name="remedyWhenMissing">What to do when there is no such file.</param>
    /// <exception cref="PerfFileException">The file is missing, unreadable or too large.</exception>
    public static byte[] ReadAllBytes(string path, long mostBytes, string remedyWhenMissing)
    {
        try
        {
            // Delete is shared so that on Windows a writer may replace the file meanwhile.
            const FileShare Everything = FileShare.ReadWrite | FileShare.Delete;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, Everything);
            if (!stream.CanSeek)
            {
                return ReadPipe(stream, path, mostBytes);
            }

            if (stream.Length > mostBytes)
            {
                throw TooLarge(path, $"{stream.Length} bytes", mostBytes);
            }

            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PerfFileException(path, null, null, "does not exist", remedyWhenMissing, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PerfFileException(
                path,
                null,
                null,
                $"cannot be read: {exception.Message.TrimEnd('.')}",
                "check that it is a file and may be read",
                exception);
        }
    }

    // What a shell hands over, /dev/stdin or <(…), has no size before it is read.
    private static byte[] ReadPipe(Stream pipe, string path, long mostBytes)
    {
        using MemoryStream all = new();
        byte[] part = new byte[1 << 16];
        for (int read = pipe.Read(part); read > 0; read = pipe.Read(part))
        {
            all.Write(part, 0, read);
            if (all.Length > mostBytes)
            {
                throw TooLarge(path, "more", mostBytes);
            }
        }

        return all.ToArray();
    }

    private static PerfFileException TooLarge(string path, string size, long mostBytes) => new(
        path, null, null, $"is too large: {size}, at most {mostBytes} are read", "is it the right file? if so, record it anew");
}
