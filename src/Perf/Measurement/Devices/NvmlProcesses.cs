namespace Perf.Measurement.Devices;

/// <summary>The processes that compute on a device; one may stand in the list several times, once for each partition of the device.</summary>
internal sealed class NvmlProcesses
{
    // NVML_ERROR_INSUFFICIENT_SIZE, and the value that stands for a size that the driver does not know.
    private const int TooSmall = 7;
    private const ulong NotAvailable = ulong.MaxValue;

    private NvmlLibrary.ProcessInfo[] _processes = new NvmlLibrary.ProcessInfo[32];

    // A driver that writes larger entries than it should still writes into memory of ours.
    private Span<NvmlLibrary.ProcessInfo> Room => _processes.AsSpan(0, _processes.Length / 2);

    /// <summary>What this process uses of a device, bytes, and how many others compute on it; null is what the driver does not tell.</summary>
    /// <param name="library">The library.</param>
    /// <param name="device">The device.</param>
    public (long? OwnBytes, int? Others) Read(NvmlLibrary library, nint device)
    {
        if (!library.ListsProcesses)
        {
            return default;
        }

        int answer = library.ReadProcesses(device, Room, out uint count);
        if (answer == TooSmall && count > Room.Length)
        {
            _processes = new NvmlLibrary.ProcessInfo[count * 4];
            answer = library.ReadProcesses(device, Room, out count);
        }

        if (answer != 0)
        {
            return default;
        }

        long? own = null;
        int others = 0;
        ReadOnlySpan<NvmlLibrary.ProcessInfo> seen = Room[..(int)Math.Min(count, Room.Length)];
        for (int index = 0; index < seen.Length; index++)
        {
            if (seen[index].ProcessId != Environment.ProcessId)
            {
                others += IsFirst(seen, index) ? 1 : 0;
            }
            else if (seen[index].UsedBytes != NotAvailable)
            {
                own = (own ?? 0) + (long)seen[index].UsedBytes;
            }
        }

        // In a container this process stands there under a number that it does not know.
        return (own, own is null ? null : others);
    }

    private static bool IsFirst(ReadOnlySpan<NvmlLibrary.ProcessInfo> processes, int index)
    {
        int first = 0;
        while (processes[first].ProcessId != processes[index].ProcessId)
        {
            first++;
        }

        return first == index;
    }
}
