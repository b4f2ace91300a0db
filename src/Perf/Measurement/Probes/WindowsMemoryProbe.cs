using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Perf.Measurement.Probes;

/// <summary>Memory as Windows tells it; it keeps one peak since the start of the process.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsMemoryProbe : IMemoryProbe
{
    // The pseudo handle that GetCurrentProcess answers.
    private const nint ThisProcess = -1;

    /// <summary>Page faults of the process so far, <see cref="PageFaults.Unknown"/> when Windows refuses.</summary>
    public static long PageFaultCount() =>
        TryReadProcess(out ProcessCounters counters) ? counters.PageFaultCount : PageFaults.Unknown;

    /// <inheritdoc/>
    public bool TryResetPeak() => false;

    /// <inheritdoc/>
    public unsafe MemoryReading Read()
    {
        var machine = new MachineStatus { Size = (uint)sizeof(MachineStatus) };
        if (!TryReadProcess(out ProcessCounters process) || GlobalMemoryStatusEx(&machine) == 0)
        {
            throw new InvalidOperationException("Memory cannot be read: Windows refuses.");
        }

        long total = (long)machine.TotalPhysical;
        return new MemoryReading(
            (long)process.PeakWorkingSet,
            MemoryProbe.ProcessScope,
            total,
            total - (long)machine.AvailablePhysical,
            total);
    }

    private static unsafe bool TryReadProcess(out ProcessCounters counters)
    {
        ProcessCounters read = default;
        bool done = GetProcessMemoryInfo(ThisProcess, &read, (uint)sizeof(ProcessCounters)) != 0;
        counters = read;
        return done;
    }

    [LibraryImport("kernel32", EntryPoint = "K32GetProcessMemoryInfo")]
    private static unsafe partial int GetProcessMemoryInfo(nint process, ProcessCounters* counters, uint size);

    [LibraryImport("kernel32")]
    private static unsafe partial int GlobalMemoryStatusEx(MachineStatus* status);

    // PROCESS_MEMORY_COUNTERS
    private struct ProcessCounters
    {
        public uint Size;
        public uint PageFaultCount;
        public nuint PeakWorkingSet;
        public nuint WorkingSet;
        public nuint PeakPagedPool;
        public nuint PagedPool;
        public nuint PeakNonPagedPool;
        public nuint NonPagedPool;
        public nuint Pagefile;
        public nuint PeakPagefile;
    }

    // MEMORYSTATUSEX
    private struct MachineStatus
    {
        public uint Size;
        public uint MemoryLoad;
        public ulong TotalPhysical;
        public ulong AvailablePhysical;
        public ulong TotalPageFile;
        public ulong AvailablePageFile;
        public ulong TotalVirtual;
        public ulong AvailableVirtual;
        public ulong AvailableExtendedVirtual;
    }
}
