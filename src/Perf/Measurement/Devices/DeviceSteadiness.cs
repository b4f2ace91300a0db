using MathNet.Numerics.Statistics;

namespace Perf.Measurement.Devices;

/// <summary>
/// Whether a device has come to work at its pace: an idle one is clocked down and takes tenths of a second to rise, its libraries try kernels
/// at first, and their allocator asks the driver until it has what it needs. Steady is what takes as long in one batch of calls
/// as in the next, at the same clock and with the same memory.
/// </summary>
/// <param name="device">Tells clock and memory; where it tells nothing, times alone decide.</param>
internal sealed class DeviceSteadiness(IDeviceProbe device)
{
    /// <summary>Fewer batches tell nothing.</summary>
    public const int FewestBatches = 3;

    /// <summary>The calls of a batch, at least.</summary>
    public const int FewestCalls = 5;

    /// <summary>What a batch lasts, at least, s.</summary>
    public const double LeastSeconds = 0.1;

    /// <summary>A batch that lasts as long is enough however few calls it has: a long one is the mean of many kernels, s.</summary>
    public const double EnoughSeconds = 1;

    /// <summary>By how much successive medians, and successive clocks, may differ, as a share.</summary>
    public const double MostDifference = 0.02;

    private readonly List<double> _batch = [];
    private double _batchSeconds;
    private int _batches;
    private (double Median, double? Clock, DeviceMemoryReading? Memory) _last;

    /// <summary>Whether the last two batches were alike.</summary>
    public bool IsSteady { get; private set; }

    /// <summary>The steadiness of the device that the process uses; null where it uses none.</summary>
    /// <param name="device">Tells clock and memory.</param>
    /// <param name="work">What the process has a device do; null where it can do nothing.</param>
    public static DeviceSteadiness? Of(IDeviceProbe device, IDeviceWork? work)
    {
        if (work?.Device is not { } used)
        {
            return null;
        }

        device.TurnTo(used);
        return new DeviceSteadiness(device);
    }

    /// <summary>Adds a call.</summary>
    /// <param name="seconds">What it took, s.</param>
    public void Add(double seconds)
    {
        _batch.Add(seconds);
        _batchSeconds += seconds;
        if (_batchSeconds >= EnoughSeconds || (_batch.Count >= FewestCalls && _batchSeconds >= LeastSeconds))
        {
            Close((_batch.Median(), device.ReadState()?.ClockMegahertz, device.ReadMemory()));
        }
    }

    private void Close((double Median, double? Clock, DeviceMemoryReading? Memory) batch)
    {
        _batches++;
        IsSteady = _batches >= FewestBatches
            && AreAlike(batch.Median, _last.Median)
            && (batch.Clock is not { } clock || _last.Clock is not { } lastClock || AreAlike(clock, lastClock))
            && IsSame(batch.Memory, _last.Memory);
        _last = batch;
        _batch.Clear();
        _batchSeconds = 0;
    }

    // Where the driver does not tell the process's share, neighbours and a display come and go by a little all the time.
    private static bool IsSame(DeviceMemoryReading? one, DeviceMemoryReading? other) => (one, other) switch
    {
        ({ OwnBytes: { } own }, { OwnBytes: { } otherOwn }) => own == otherOwn,
        ({ } here, { } there) => AreAlike(here.UsedBytes, there.UsedBytes),
        _ => one is null && other is null,
    };

    private static bool AreAlike(double one, double other) => Math.Abs(one - other) <= MostDifference * Math.Max(one, other);
}
