using System.Runtime.InteropServices;

namespace Perf.Measurement.Probes;

/// <summary>CPU time by POSIX <c>clock_gettime</c>.</summary>
internal static partial class UnixCpuClock
{
    private const double SecondsPerNanosecond = 1e-9;

    // <time.h>: CLOCK_PROCESS_CPUTIME_ID and CLOCK_THREAD_CPUTIME_ID are 12 and 16 on macOS, 2 and 3 on Linux.
    private static readonly int ProcessClock = OperatingSystem.IsMacOS() ? 12 : 2;
    private static readonly int ThreadClock = OperatingSystem.IsMacOS() ? 16 : 3;

    /// <summary>CPU time of the calling thread, s.</summary>
    public static double ThreadSeconds() => Read(ThreadClock);

    /// <summary>CPU time of the process, s.</summary>
    public static double ProcessSeconds() => Read(ProcessClock);

    private static unsafe double Read(int clock)
    {
        TimeSpecification time;
        return GetTime(clock, &time) == 0
            ? time.Seconds + (time.Nanoseconds * SecondsPerNanosecond)
            : throw new InvalidOperationException($"clock_gettime refuses to read the CPU clock {clock}.");
    }

    // Never blocks, calls nothing back and takes well under a microsecond: what suppressing the transition asks for.
    [LibraryImport("libc", EntryPoint = "clock_gettime"), SuppressGCTransition]
    private static unsafe partial int GetTime(int clock, TimeSpecification* time);

    // struct timespec
    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
