using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Perf.Measurement.Probes;

/// <summary>Memory as macOS tells it; it keeps one peak since the start of the process.</summary>
[SupportedOSPlatform("macos")]
internal sealed partial class MacMemoryProbe : IMemoryProbe
{
    // <mach/host_info.h>: HOST_VM_INFO64, and the words of vm_statistics64 that are read here.
    private const int VirtualMemoryFlavour = 4;
    private const int Words = 38;
    private const int ActiveWord = 1;
    private const int WiredWord = 3;
    private const int CompressedWord = 32;

    /// <inheritdoc/>
    public bool TryResetPeak() => false;

    /// <inheritdoc/>
    public unsafe MemoryReading Read()
    {
        long total = 0;
        nuint size = sizeof(long);
        uint* pages = stackalloc uint[Words];
        int words = Words;
        if (!UnixUsage.TryReadOfProcess(out UnixUsage usage)
            || SystemControl("hw.memsize", &total, &size, 0, 0) != 0
            || HostStatistics(Host, VirtualMemoryFlavour, pages, &words) != 0)
        {
            throw new InvalidOperationException("Memory cannot be read: macOS refuses.");
        }

        long used = (long)pages[ActiveWord] + pages[WiredWord] + pages[CompressedWord];
        return new MemoryReading(
            usage.PeakResident,
            MemoryProbe.ProcessScope,
            total,
            used * Environment.SystemPageSize,
            total);
    }

    // One port for all readings: each call of mach_host_self would add a reference.
    private static readonly uint Host = HostSelf();

    [LibraryImport("libc", EntryPoint = "mach_host_self")]
    private static partial uint HostSelf();

    [LibraryImport("libc", EntryPoint = "host_statistics64")]
    private static unsafe partial int HostStatistics(uint host, int flavour, uint* statistics, int* words);

    [LibraryImport("libc", EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int SystemControl(string name, void* value, nuint* size, nint toSet, nuint setSize);
}
