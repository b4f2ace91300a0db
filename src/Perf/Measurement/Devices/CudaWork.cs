namespace Perf.Measurement.Devices;

/// <summary>
/// CUDA devices in this process, by the driver that every CUDA library works through; thread-safe. A machine without the driver has none,
/// and a process that has not loaded it is left as it is.
/// </summary>
/// <param name="library">The file of the driver, null for the machine's own.</param>
public sealed class CudaWork(string? library = null) : IDeviceWork
{
    private readonly string _file = library ?? (OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1");
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (nint Context, DeviceIdentity Identity)> _contexts = [];
    private CudaLibrary? _cuda;
    private nint[] _inUse = [];
    private DeviceIdentity? _device;
    private DeviceIdentity? _ownDevice;
    private nint[] _marks = new nint[1];
    private nint _own;
    private int _marked;

    /// <inheritdoc/>
    public DeviceIdentity? Device
    {
        get
        {
            lock (_lock)
            {
                return _device = (_cuda ??= CudaLibrary.FindLoaded(_file)) is { } cuda ? Look(cuda) : null;
            }
        }
    }

    /// <inheritdoc/>
    public int Devices => Device is null ? 0 : Math.Max(1, _inUse.Length);

    /// <inheritdoc/>
    public DeviceIdentity? First
    {
        get
        {
            lock (_lock)
            {
                return (_cuda ??= CudaLibrary.Load(_file)) is { } cuda && cuda.Start() && cuda.CountDevices() > 0 ? cuda.Identify(0) : null;
            }
        }
    }

    /// <inheritdoc/>
    public void Synchronize()
    {
        if (_cuda is not { } cuda)
        {
            return;
        }

        foreach (nint context in _inUse)
        {
            ThrowIfFailed(cuda.Synchronize(context), "cuCtxSynchronize");
        }

        if (OwnContext(cuda) is var own and not 0)
        {
            ThrowIfFailed(cuda.Synchronize(own), "cuCtxSynchronize");
        }
    }

    /// <inheritdoc/>
    public void Mark()
    {
        _marked = 0;
        if (_cuda is { } cuda)
        {
            // Events die with their context: those of one call are never those of a context that is gone.
            _own = OwnContext(cuda);
            for (; _marked < Contexts; _marked++)
            {
                _marks[_marked] = Record(cuda, ContextAt(_marked));
            }
        }
    }

    /// <inheritdoc/>
    public double SecondsSinceMark()
    {
        double most = double.NaN;
        (int marked, _marked) = (_marked, 0);
        for (int index = 0; index < marked; index++)
        {
            double seconds = SecondsSince(_cuda!, ContextAt(index), _marks[index]);
            most = most >= seconds ? most : seconds;
        }

        return most;
    }

    private double SecondsSince(CudaLibrary cuda, nint context, nint first)
    {
        nint second = 0;
        try
        {
            second = Record(cuda, context);
            ThrowIfFailed(cuda.Events.ReadSeconds(context, first, second, out double seconds), "cuEventElapsedTime");
            return seconds;
        }
        finally
        {
            cuda.Events.Destroy(context, first, second);
        }
    }

    private DeviceIdentity? Look(CudaLibrary cuda)
    {
        int devices = cuda.CountDevices();
        for (int index = 0; index < devices; index++)
        {
            // Whoever resets a device takes its context from all that use it.
            if (!cuda.IsInUse(index))
            {
                _contexts.Remove(index);
            }
            else if (!_contexts.ContainsKey(index) && cuda.KeepContext(index) is var context and not 0)
            {
                _contexts.Add(index, (context, cuda.Identify(index)));
            }
        }

        _marks = new nint[_contexts.Count + 1];
        _inUse = [.. _contexts.Values.Select(known => known.Context)];
        if (_ownDevice is null && OwnContext(cuda) != 0)
        {
            _ownDevice = cuda.Identify(cuda.CurrentDevice());
        }

        return _contexts.Count > 0 ? _contexts.Values.First().Identity : _ownDevice;
    }

    // Some libraries (ILGPU, ManagedCuda) make a context of their own, and leave it current on the thread that works with it: only there
    // is it known not to have been destroyed. Once seen, it is looked for at every call.
    private nint OwnContext(CudaLibrary cuda) => cuda.CurrentContext() is var current && _inUse.Contains(current) ? 0 : current;

    // Those that devices share with all that use them, and the library's own.
    private int Contexts => _inUse.Length + (_own == 0 ? 0 : 1);

    private nint ContextAt(int index) => index < _inUse.Length ? _inUse[index] : _own;

    private nint Record(CudaLibrary cuda, nint context)
    {
        ThrowIfFailed(cuda.Events.Create(context, out nint made), "cuEventCreate");
        ThrowIfFailed(cuda.Events.Record(context, made), "cuEventRecord");
        return made;
    }

    // An error of the device stays with its context: whatever is measured from then on is worth nothing.
    private void ThrowIfFailed(int answer, string function)
    {
        if (answer != 0)
        {
            throw new DeviceException($"{_device?.Name}: {function} answers {_cuda!.Explain(answer)}; what the body gave the device has failed");
        }
    }
}
