namespace Perf.Measurement.Devices;

/// <summary>
/// CUDA devices in this process, by the driver that every CUDA library works through; thread-safe. A machine without the driver has none,
/// and a process that never touched it is left as it is.
/// </summary>
/// <param name="library">The file of the driver, null for the machine's own.</param>
public sealed class CudaWork(string? library = null) : IDeviceWork
{
    private readonly Lock _lock = new();
    private readonly Lazy<CudaLibrary?> _library = new(() => CudaLibrary.Find(library));
    private readonly Dictionary<int, nint> _contexts = [];
    private nint[] _inUse = [];
    private DeviceIdentity? _device;
    private nint _first;
    private nint _second;

    /// <inheritdoc/>
    public DeviceIdentity? Device
    {
        get
        {
            lock (_lock)
            {
                int devices = _library.Value?.CountDevices() ?? 0;
                for (int index = 0; index < devices; index++)
                {
                    if (!_contexts.ContainsKey(index) && _library.Value!.ContextInUse(index) is var context and not 0)
                    {
                        _contexts.Add(index, context);
                        _inUse = [.. _contexts.Values];
                        _device ??= _library.Value.Identify(index);
                    }
                }

                return _device;
            }
        }
    }

    /// <inheritdoc/>
    public void Synchronize()
    {
        foreach (nint context in _inUse)
        {
            ThrowIfFailed(_library.Value!.Synchronize(context), "cuCtxSynchronize");
        }
    }

    /// <inheritdoc/>
    public void Mark()
    {
        if (_inUse is [var context, ..])
        {
            if (_first == 0)
            {
                ThrowIfFailed(_library.Value!.CreateEvent(context, out _first), "cuEventCreate");
                ThrowIfFailed(_library.Value.CreateEvent(context, out _second), "cuEventCreate");
            }

            ThrowIfFailed(_library.Value!.RecordEvent(context, _first), "cuEventRecord");
        }
    }

    /// <inheritdoc/>
    public double SecondsSinceMark()
    {
        if (_first == 0)
        {
            return double.NaN;
        }

        CudaLibrary cuda = _library.Value!;
        ThrowIfFailed(cuda.RecordEvent(_inUse[0], _second), "cuEventRecord");
        ThrowIfFailed(cuda.ReadSeconds(_inUse[0], _first, _second, out double seconds), "cuEventElapsedTime");
        return seconds;
    }

    // An error of the device stays with its context: whatever is measured from then on is worth nothing.
    private void ThrowIfFailed(int answer, string function)
    {
        if (answer != 0)
        {
            throw new DeviceException($"{_device?.Name}: {function} answers {_library.Value!.Explain(answer)}; what the body gave the device has failed");
        }
    }
}
