namespace Perf.Measurement.Probes;

/// <summary>Counts page faults: pages that had to be mapped before they could be touched.</summary>
public static class PageFaults
{
    /// <summary>The answer where the system does not tell.</summary>
    public const long Unknown = -1;

    /// <summary>
    /// Faults of the process so far that needed no disk, on Windows those that needed one too; <see cref="Unknown"/>
    /// where the system does not tell.
    /// </summary>
    public static long MinorOfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsMemoryProbe.PageFaultCount();
        }

        return UnixUsage.TryReadOfProcess(out UnixUsage usage) ? usage.MinorFaults : Unknown;
    }

    /// <summary>
    /// Faults of the calling thread so far that needed no disk; Linux only, <see cref="Unknown"/> elsewhere.
    /// </summary>
    public static long MinorOfThread() =>
        OperatingSystem.IsLinux() && UnixUsage.TryReadOfThread(out UnixUsage usage) ? usage.MinorFaults : Unknown;
}
