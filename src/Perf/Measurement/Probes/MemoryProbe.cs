namespace Perf.Measurement.Probes;

/// <summary>Finds the memory probe for the operating system.</summary>
public static class MemoryProbe
{
    /// <summary>The scope of a peak that is the process's own.</summary>
    public const string ProcessScope = "process";

    /// <summary>The scope of a peak that is that of the control group which limits the process.</summary>
    public const string CgroupScope = "cgroup";

    /// <summary>The probe for this machine.</summary>
    /// <exception cref="PlatformNotSupportedException">It is neither Linux nor Windows nor macOS.</exception>
    public static IMemoryProbe ForThisMachine()
    {
        if (OperatingSystem.IsLinux())
        {
            return new LinuxMemoryProbe("/");
        }

        if (OperatingSystem.IsWindows())
        {
            return new WindowsMemoryProbe();
        }

        return OperatingSystem.IsMacOS()
            ? new MacMemoryProbe()
            : throw new PlatformNotSupportedException("Memory can be read on Linux, Windows and macOS.");
    }
}
