namespace Perf.Measurement.Devices;

/// <summary>
/// Looks at the device in the background while a body is measured: the peak of its memory where a test promises something about it, and
/// its clocks. What is taken and given back between two looks is not seen; allocators that keep what they were given (libtorch's, for one)
/// leave no such gap. A look allocates nothing.
/// </summary>
internal sealed class DeviceWatch : IDisposable
{
    /// <summary>Between two looks at memory; each asks the driver for some tens of microseconds.</summary>
    public const double SecondsBetweenLooks = 0.01;

    /// <summary>Of how many looks at memory one is at the clocks too.</summary>
    public const int LooksPerState = 10;

    // More than any launch takes: later ones say nothing new.
    private const int MostStates = 1024;

    private readonly IDeviceProbe _device;
    private readonly bool _watchesMemory;
    private readonly List<DeviceState> _states;
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _thread;
    private DeviceMemoryReading? _peak;
    private int _looks;

    private DeviceWatch(IDeviceProbe device, bool watchesMemory, bool watchesState, bool inBackground)
    {
        (_device, _watchesMemory) = (device, watchesMemory);
        _states = new List<DeviceState>(watchesState ? MostStates : 0);
        Look();
        if (inBackground)
        {
            _thread = new Thread(LookUntilEnded) { IsBackground = true, Name = "Perf device watch" };
            _thread.Start();
        }
    }

    /// <summary>The highest reading of memory; null where it was not asked for, or the device did not answer.</summary>
    public DeviceMemoryReading? Peak
    {
        get
        {
            lock (_lock)
            {
                return _peak;
            }
        }
    }

    /// <summary>How the device worked; null where the process uses none, or it did not answer.</summary>
    public DeviceReport? Report
    {
        get
        {
            lock (_lock)
            {
                return DeviceReport.Of(_states);
            }
        }
    }

    /// <summary>Looks, and goes on in the background; null where there is nothing to look at.</summary>
    /// <param name="device">The device.</param>
    /// <param name="work">What the process has it do; null where it can do nothing.</param>
    /// <param name="memory">Whether memory is asked for.</param>
    /// <param name="inBackground">False in a test that makes each look itself.</param>
    public static DeviceWatch? Start(IDeviceProbe device, IDeviceWork? work, bool memory, bool inBackground = true)
    {
        DeviceIdentity? used = work?.Device;
        if (used is not null)
        {
            device.TurnTo(used);
        }

        return memory || used is not null ? new DeviceWatch(device, memory, used is not null, inBackground && device.IsAvailable) : null;
    }

    /// <summary>One look.</summary>
    public void Look()
    {
        lock (_lock)
        {
            if (_watchesMemory && _device.ReadMemory() is { } memory)
            {
                _peak = _peak?.Peak(memory) ?? memory;
            }

            if (_states.Count < _states.Capacity && _looks++ % LooksPerState == 0 && _device.ReadState() is { } state)
            {
                _states.Add(state);
            }
        }
    }

    /// <summary>Looks a last time, and no more.</summary>
    public void Dispose()
    {
        if (!_end.IsSet)
        {
            _end.Set();
            _thread?.Join();
            Look();
        }
    }

    private void LookUntilEnded()
    {
        while (!_end.Wait(TimeSpan.FromSeconds(SecondsBetweenLooks)))
        {
            Look();
        }
    }
}
