namespace Perf.Measurement.Devices;

/// <summary>NVIDIA devices, asked of the driver's management library; thread-safe.</summary>
public sealed class NvmlProbe : IDeviceProbe
{
    private readonly Lock _lock = new();
    private readonly Dictionary<nint, long> _beforeBytes = [];
    private readonly NvmlProcesses _processes = new();
    private readonly string? _driver;
    private string _name = "";
    private nint _device;
    private nint _whole;
    private string _unknown = "";
    private NvmlLibrary? _library;

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

            UseDevice(_library, NvmlDevices.FindVisible(_library, device ?? NvmlDevices.FirstVisible()));
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
            if (_library is null)
            {
                return;
            }

            // CUDA counts devices by speed, NVML by their place on the bus: only the UUID is the same in both.
            nint found = NvmlDevices.Find(_library, device.Uuid);
            _unknown = found == 0 && _library.CountDevices() != 1 ? $"NVML does not know the device that the process uses ({device.Name}, {device.Uuid ?? "without a UUID"})" : "";
            if (found != 0 && found != _device)
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

            if (_unknown.Length > 0)
            {
                WhyNot = _unknown;
                return null;
            }

            int answer = _library.ReadMemory(_device, out NvmlLibrary.MemoryInfo memory);
            WhyNot = answer == 0 ? "" : $"nvmlDeviceGetMemoryInfo answers {_library.Explain(answer)}";
            if (answer != 0)
            {
                return null;
            }

            // Others cannot have had more than all had together: what a neighbour has freed since is not to be taken for room of this process.
            bool isKnown = _beforeBytes.TryGetValue(_device, out long before);
            if (isKnown)
            {
                _beforeBytes[_device] = before = Math.Min(before, (long)memory.Used);
            }

            (long? own, int? others) = _processes.Read(_library, _device);
            return new DeviceMemoryReading(_name, (long)memory.Used, (long)memory.Total, own)
            {
                BeforeBytes = isKnown ? before : null,
                OtherProcesses = others,
            };
        }
    }

    /// <inheritdoc/>
    public DeviceState? ReadState()
    {
        lock (_lock)
        {
            // A partition has the clocks of its device, and tells none itself.
            return _unknown.Length > 0 ? null : _library?.Clocks.Read(_whole, _name, _driver);
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

    private void UseDevice(NvmlLibrary library, nint device)
    {
        (_device, _whole) = (device, library.WholeOf(device));
        _name = library.NameOf(device);
    }

    private void LookBefore(NvmlLibrary library, nint device)
    {
        if (!_beforeBytes.ContainsKey(device) && library.ReadMemory(device, out NvmlLibrary.MemoryInfo memory) == 0)
        {
            _beforeBytes.Add(device, (long)memory.Used);
        }
    }
}
