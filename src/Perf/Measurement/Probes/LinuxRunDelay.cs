using System.Buffers.Text;

namespace Perf.Measurement.Probes;

/// <summary>The second number of <c>/proc/thread-self/schedstat</c>: ns spent waiting on a run queue.</summary>
internal static class LinuxRunDelay
{
    private const string Path = "/proc/thread-self/schedstat";

    /// <summary>The delay of the calling thread, s; 0 where the kernel keeps no schedule.</summary>
    public static double OfThisThread()
    {
        Span<byte> text = stackalloc byte[96];
        try
        {
            using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            text = text[..file.Read(text)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }

        return Utf8Parser.TryParse(text, out long _, out int used)
            && used < text.Length
            && Utf8Parser.TryParse(text[(used + 1)..], out long nanoseconds, out _)
                ? nanoseconds * 1e-9
                : 0;
    }
}
