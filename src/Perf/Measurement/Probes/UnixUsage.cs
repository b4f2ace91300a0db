using System.Runtime.InteropServices;

namespace Perf.Measurement.Probes;

/// <summary>What POSIX <c>getrusage</c> tells of a process or thread.</summary>
/// <param name="PeakResident">The largest resident size so far, bytes on macOS, 1024 bytes on Linux.</param>
/// <param name="MinorFaults">Page faults that needed no disk.</param>
internal readonly partial record struct UnixUsage(long PeakResident, long MinorFaults)
{
    // <sys/resource.h>: RUSAGE_SELF everywhere, RUSAGE_THREAD on Linux.
    private const int OfProcess = 0;
    private const int OfThread = 1;

    // struct rusage is two timevals of two words each and fourteen longs.
    private const int Words = 18;
    private const int PeakResidentWord = 4;
    private const int MinorFaultsWord = 8;

    /// <summary>Reads the usage of the process; false where the system does not tell.</summary>
    public static bool TryReadOfProcess(out UnixUsage usage) => TryRead(OfProcess, out usage);

    /// <summary>Reads the usage of the calling thread; false where the system does not tell.</summary>
    public static bool TryReadOfThread(out UnixUsage usage) => TryRead(OfThread, out usage);

    private static unsafe bool TryRead(int who, out UnixUsage usage)
    {
        nint* words = stackalloc nint[Words];
        bool read = GetUsage(who, words) == 0;
        usage = read ? new UnixUsage(words[PeakResidentWord], words[MinorFaultsWord]) : default;
        return read;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static unsafe partial int GetUsage(int who, nint* usage);
}
