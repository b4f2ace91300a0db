using System.Globalization;

namespace Perf.Measurement.Devices;

/// <summary>NVIDIA devices, asked of the driver's management library; thread-safe.</summary>
public sealed class NvmlProbe : IDeviceProbe
{
    // NVML_ERROR_INSUFFICIENT_SIZE, and the value that stands for a size that the driver does not know.
    private const int TooSmall = 7;
    private const ulong NotAvailable = ulong.MaxValue;

    private readonly Lock _lock = new();
    private readonly Dictionary<nint, long> _beforeBytes = [];
    private readonly string? _driver;
    private string _name = "";
    private nint _device;
    private NvmlLibrary? _library;
    private NvmlLibrary.ProcessInfo[] _processes = new NvmlLibrary.ProcessInfo[16];

    /// <summary>Opens the device, and looks what memory is used before this process takes any; when that fails, the probe is not available and says why.</summary>
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
            _driver = _library.Clocks.DriverVersion();
            for (uint index = 0; index < _library.CountDevices(); index++)
            {
                if (_library.FindByIndex(index, out nint other) == 0)
                {
                    LookBefore(_library, other);
                }
            }

            UseDevice(_library, Find(_library, device ?? FirstVisible()));
            LookBefore(_library, _device);
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
    public void TurnTo(DeviceIdentity device)
    {
        lock (_lock)
        {
            // CUDA counts devices by speed, NVML by their place on the bus: only the UUID is the same in both.
            if (_library is not null && device.Uuid is { } uuid && _library.FindByUuid(uuid, out nint found) == 0 && found != _device)
            {
                UseDevice(_library, found);
            }
        }
    }

    /// <inheritdoc/>
    public DeviceMemoryReading? ReadMemory()
    {
        lock (_lock)
        {
            if (_library is null)
            {
                return null;
            }

            int answer = _library.ReadMemory(_device, out NvmlLibrary.MemoryInfo memory);
            WhyNot = answer == 0 ? "" : $"nvmlDeviceGetMemoryInfo answers {_library.Explain(answer)}";
            if (answer != 0)
            {
                return null;
            }

            (long? own, int? others) = ReadProcesses(_library);
            return new DeviceMemoryReading(_name, (long)memory.Used, (long)memory.Total, own)
            {
                BeforeBytes = _beforeBytes.TryGetValue(_device, out long before) ? before : null,
                OtherProcesses = others,
            };
        }
    }

    /// <inheritdoc/>
    public DeviceState? ReadState()
    {
        lock (_lock)
        {
            return _library?.Clocks.Read(_device, _name, _driver);
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

    private void UseDevice(NvmlLibrary library, nint device)
    {
        _device = device;
        _name = library.NameOf(device);
    }

    private void LookBefore(NvmlLibrary library, nint device)
    {
        if (!_beforeBytes.ContainsKey(device) && library.ReadMemory(device, out NvmlLibrary.MemoryInfo memory) == 0)
        {
            _beforeBytes.Add(device, (long)memory.Used);
        }
    }

    // A process may stand in the list several times, once for each partition of the device.
    private (long? OwnBytes, int? Others) ReadProcesses(NvmlLibrary library)
    {
        if (!library.ListsProcesses)
        {
            return default;
        }

        int answer = library.ReadProcesses(_device, _processes, out uint count);
        if (answer == TooSmall && count > _processes.Length)
        {
            _processes = new NvmlLibrary.ProcessInfo[count * 2];
            answer = library.ReadProcesses(_device, _processes, out count);
        }

        if (answer != 0)
        {
            return default;
        }

        long? own = null;
        int others = 0;
        ReadOnlySpan<NvmlLibrary.ProcessInfo> seen = _processes.AsSpan(0, (int)Math.Min(count, _processes.Length));
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
