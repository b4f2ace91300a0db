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

    // A hundred seconds of them; a launch that takes longer keeps every other one, and looks half as often from then on.
    private const int MostStates = 1024;

    private readonly IDeviceProbe _device;
    private readonly bool _watchesMemory;
    private readonly bool _watchesState;
    private readonly double _secondsBetweenLooks;
    private readonly List<DeviceState> _states;
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _thread;
    private DeviceMemoryReading? _peak;
    private string? _missed;
    private int _looks;
    private int _looksPerState;

    private DeviceWatch(IDeviceProbe device, bool watchesMemory, bool watchesState, string? missed, bool inBackground)
    {
        (_device, _watchesMemory, _watchesState, _missed) = (device, watchesMemory, watchesState, missed);
        (_looksPerState, _secondsBetweenLooks) = watchesMemory ? (LooksPerState, SecondsBetweenLooks) : (1, LooksPerState * SecondsBetweenLooks);
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

    /// <summary>Why memory may have been used that no look saw; null where every look was answered, or none was asked for.</summary>
    public string? Missed
    {
        get
        {
            lock (_lock)
            {
                return _missed;
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

        string? missed = memory && work is { Devices: > 1 and var several } ? $"the process uses {several} devices, and only {used!.Name} is looked at" : null;
        return memory || used is not null ? new DeviceWatch(device, memory, used is not null, missed, inBackground) : null;
    }

    /// <summary>One look.</summary>
    public void Look()
    {
        lock (_lock)
        {
            if (_watchesMemory)
            {
                LookAtMemory();
            }

            if (_watchesState && _looks++ % _looksPerState == 0 && _device.ReadState() is { } state)
            {
                Add(state);
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

    private void LookAtMemory()
    {
        if (_device.ReadMemory() is { } memory)
        {
            _peak = _peak?.Peak(memory) ?? memory;
        }
        else
        {
            _missed ??= _device.WhyNot;
        }
    }

    private void Add(DeviceState state)
    {
        if (_states.Count == MostStates)
        {
            for (int index = 0; index < MostStates / 2; index++)
            {
                _states[index] = _states[2 * index];
            }

            _states.RemoveRange(MostStates / 2, MostStates / 2);
            _looksPerState *= 2;
        }

        _states.Add(state);
    }

    private void LookUntilEnded()
    {
        while (!_end.Wait(TimeSpan.FromSeconds(_secondsBetweenLooks)))
        {
            Look();
        }
    }
}
