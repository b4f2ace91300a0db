using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Perf.Measurement.Probes;

/// <summary>
/// CPU time on Windows, a thread's by its cycles since <c>GetThreadTimes</c> moves only every 15.6 ms.
/// </summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsCpuClock
{
    private const double SecondsPerFileTimeTick = 1e-7;

    // The pseudo handles that GetCurrentProcess and GetCurrentThread answer.
    private const nint ThisProcess = -1;
    private const nint ThisThread = -2;

    private const int Calibrations = 10;
    private const double CalibrationSeconds = 1e-3;

    private static readonly double SecondsPerCycle = 1 / MeasureCyclesPerSecond();

    /// <summary>CPU time of the calling thread, s.</summary>
    public static double ThreadSeconds() => ThreadCycles() * SecondsPerCycle;

    /// <summary>CPU time of the process, s.</summary>
    public static unsafe double ProcessSeconds()
    {
        long created, exited, kernel, user;
        return GetProcessTimes(ThisProcess, &created, &exited, &kernel, &user) != 0
            ? (kernel + user) * SecondsPerFileTimeTick
            : throw new InvalidOperationException("GetProcessTimes refuses to tell the process's CPU time.");
    }

    private static unsafe ulong ThreadCycles()
    {
        ulong cycles;
        return QueryThreadCycleTime(ThisThread, &cycles) != 0
            ? cycles
            : throw new InvalidOperationException("QueryThreadCycleTime refuses to tell the thread's CPU time.");
    }

    // A spin that was interrupted shows too few cycles: the highest rate of several is the true one.
    private static double MeasureCyclesPerSecond()
    {
        double highest = 0;
        for (int calibration = 0; calibration < Calibrations; calibration++)
        {
            long from = Stopwatch.GetTimestamp();
            ulong cyclesBefore = ThreadCycles();
            double seconds;
            do
            {
                seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
            }
            while (seconds < CalibrationSeconds);

            highest = Math.Max(highest, (ThreadCycles() - cyclesBefore) / seconds);
        }

        return highest;
    }

    [LibraryImport("kernel32"), SuppressGCTransition]
    private static unsafe partial int QueryThreadCycleTime(nint thread, ulong* cycles);

    [LibraryImport("kernel32")]
    private static unsafe partial int GetProcessTimes(
        nint process, long* created, long* exited, long* kernel, long* user);
}
