using System.Runtime.InteropServices;

namespace Perf.Baselines;

/// <summary>Asks this machine and this process what a fingerprint wants to know.</summary>
internal static class ThisMachine
{
    private const string LinuxKernelRelease = "/proc/sys/kernel/osrelease";
    private const string LinuxNvidiaDriver = "/sys/module/nvidia/version";

    /// <summary>The fingerprint of this process on this machine.</summary>
    public static Fingerprint Fingerprint(IEnumerable<string> nativeLibraries, string accelerator) => new()
    {
        CpuModel = Processor.Model(),
        LogicalCores = Environment.ProcessorCount,
        Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
        OsFamily = OsFamily(),
        RuntimeMajor = Environment.Version.Major,
        GcMode = RuntimeModes.Gc(GC.GetConfigurationVariables()),
        TieringMode = RuntimeModes.Tiering(Environment.GetEnvironmentVariable, RuntimeModes.SwitchOfThisProcess),
        Accelerator = accelerator,
        NativeLibraries = [.. nativeLibraries.Order(StringComparer.Ordinal)],
        Hardening = RuntimeModes.Hardening(Environment.GetEnvironmentVariable),
        Kernel = FirstLine(LinuxKernelRelease) ?? Environment.OSVersion.Version.ToString(),
        OsDescription = RuntimeInformation.OSDescription,
        RuntimeVersion = Environment.Version.ToString(),
        Driver = accelerator == "cpu" ? null : FirstLine(LinuxNvidiaDriver),
    };

    /// <summary>The first line of a small system file without blanks around it; null when it cannot be read.</summary>
    public static string? FirstLine(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).FirstOrDefault()?.Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string OsFamily()
    {
        if (OperatingSystem.IsWindows())
        {
            return "Windows";
        }

        if (OperatingSystem.IsMacOS())
        {
            return "macOS";
        }

        // Another C library, another malloc: the same work at another speed.
        bool isMusl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        return (OperatingSystem.IsLinux(), isMusl) switch
        {
            (true, true) => "Linux (musl)",
            (true, false) => "Linux",
            _ => Environment.OSVersion.Platform.ToString(),
        };
    }
}
