using System.Security.Cryptography;

namespace Perf.Builds;

/// <summary>The hash by which contents are told apart.</summary>
internal static class StreamHash
{
    // Large enough that calls of the system do not count, small enough to stay in a cache.
    private const int ChunkBytes = 1 << 18;

    /// <summary>SHA-256 of a stream, in lower-case hexadecimal digits, and its length; each part of it is handed on, once.</summary>
    public static (string Hash, long Length) Of(Stream stream, Action<ReadOnlySpan<byte>>? next = null)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] chunk = new byte[ChunkBytes];
        long length = 0;
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            hash.AppendData(chunk, 0, read);
            next?.Invoke(chunk.AsSpan(0, read));
            length += read;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    /// <summary>Opens a file to be hashed, whoever else has it open or loaded.</summary>
    public static FileStream Open(string path) => new(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
}
