using System.Globalization;

namespace Perf.Measurement.Probes;

/// <summary>Memory of an NVIDIA device, asked of the driver's management library; thread-safe.</summary>
public sealed class NvmlProbe : IDeviceMemoryProbe
{
    // NVML_ERROR_INSUFFICIENT_SIZE, and the value that stands for a size that the driver does not know.
    private const int TooSmall = 7;
    private const ulong NotAvailable = ulong.MaxValue;

    private readonly Lock _lock = new();
    private readonly string _name = "";
    private readonly nint _device;
    private NvmlLibrary? _library;
    private NvmlLibrary.ProcessInfo[] _processes = new NvmlLibrary.ProcessInfo[16];

    /// <summary>Opens the device; when that fails, the probe is not available and says why.</summary>
    /// <param name="device">
    /// Its index in the order of the PCI bus or its UUID; null for the first that <c>CUDA_VISIBLE_DEVICES</c> names, or
    /// index 0.
    /// </param>
    /// <param name="library">The file of the library, null for the driver's own.</param>
    public NvmlProbe(string? device = null, string? library = null)
    {
        try
        {
            _library = NvmlLibrary.Open(library ?? (OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1"));
            _device = Find(_library, device ?? FirstVisible());
            _name = _library.NameOf(_device);
        }
        catch (NvmlException exception)
        {
            Dispose();
            WhyNot = exception.Message;
        }
    }

    /// <inheritdoc/>
    public bool IsAvailable => WhyNot.Length == 0;

    /// <inheritdoc/>
    public string WhyNot { get; private set; } = "";

    /// <inheritdoc/>
    public DeviceMemoryReading? Read()
    {
        lock (_lock)
        {
            if (_library is null)
            {
                return null;
            }

            int answer = _library.ReadMemory(_device, out NvmlLibrary.MemoryInfo memory);
            WhyNot = answer == 0 ? "" : $"nvmlDeviceGetMemoryInfo answers {_library.Explain(answer)}";
            return answer == 0
                ? new DeviceMemoryReading(_name, (long)memory.Used, (long)memory.Total, ReadOwn(_library))
                : null;
        }
    }

    /// <summary>Closes the library; the probe is not available from then on.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_library is not null)
            {
                _library.Dispose();
                _library = null;
                WhyNot = "the probe is closed";
            }
        }
    }

    private static string FirstVisible()
    {
        string visible = Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES") ?? "";
        return visible.Split(',')[0].Trim() is { Length: > 0 } first ? first : "0";
    }

    private static nint Find(NvmlLibrary library, string device)
    {
        bool isIndex = uint.TryParse(device, NumberStyles.None, CultureInfo.InvariantCulture, out uint index);
        int answer = isIndex ? library.FindByIndex(index, out nint found) : library.FindByUuid(device, out found);
        return answer == 0
            ? found
            : throw new NvmlException($"the device '{device}' is not found: NVML answers {library.Explain(answer)}");
    }

    // A process may stand in the list several times, once for each partition of the device.
    private long? ReadOwn(NvmlLibrary library)
    {
        if (!library.ListsProcesses)
        {
            return null;
        }

        int answer = library.ReadProcesses(_device, _processes, out uint count);
        if (answer == TooSmall && count > _processes.Length)
        {
            _processes = new NvmlLibrary.ProcessInfo[count * 2];
            answer = library.ReadProcesses(_device, _processes, out count);
        }

        long? own = null;
        for (int index = 0; answer == 0 && index < Math.Min(count, _processes.Length); index++)
        {
            ref readonly NvmlLibrary.ProcessInfo process = ref _processes[index];
            if (process.ProcessId == Environment.ProcessId && process.UsedBytes != NotAvailable)
            {
                own = (own ?? 0) + (long)process.UsedBytes;
            }
        }

        return own;
    }
}
