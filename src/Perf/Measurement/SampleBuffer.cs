namespace Perf.Measurement;

/// <summary>Room for the samples of a launch, reserved before the first: adding one allocates nothing.</summary>
internal sealed class SampleBuffer(int instruments, bool hasDevice = false)
{
    // A launch takes at most 5 s of samples of at least 1 ms.
    private const int Capacity = 8192;

    private readonly double[] _wall = new double[Capacity];
    private readonly double[] _cpu = new double[Capacity];
    private readonly double[] _allocated = new double[Capacity];
    private readonly double[] _pause = new double[Capacity];
    private readonly double[] _device = hasDevice ? new double[Capacity] : [];
    private readonly double[][] _instruments =
        [.. Enumerable.Range(0, instruments).Select(_ => new double[Capacity])];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public ReadOnlySpan<double> WallSeconds => _wall.AsSpan(0, Count);

    public ReadOnlySpan<double> CpuSeconds => _cpu.AsSpan(0, Count);

    public ReadOnlySpan<double> AllocatedBytes => _allocated.AsSpan(0, Count);

    /// <summary>For how long collections held all threads.</summary>
    public ReadOnlySpan<double> PauseSeconds => _pause.AsSpan(0, Count);

    /// <summary>Time by the device's own clock; empty where it is not taken.</summary>
    public ReadOnlySpan<double> DeviceSeconds => _device.AsSpan(0, Math.Min(Count, _device.Length));

    /// <summary>Wall time of the samples added last, at most so many.</summary>
    public double[] LastWallSeconds(int most) => WallSeconds[^Math.Min(most, Count)..].ToArray();

    public ReadOnlySpan<double> Instrument(int index) => _instruments[index].AsSpan(0, Count);

    public void Add(double wallSeconds, double cpuSeconds, double allocatedBytes, double pauseSeconds)
    {
        if (IsFull)
        {
            Count = 0;
        }

        _wall[Count] = wallSeconds;
        _cpu[Count] = cpuSeconds;
        _allocated[Count] = allocatedBytes;
        _pause[Count] = pauseSeconds;
        Count++;
    }

    /// <summary>Adds to the sample that was added last.</summary>
    public void AddInstrument(int index, double value) => _instruments[index][Count - 1] = value;

    /// <summary>Adds to the sample that was added last.</summary>
    public void AddDevice(double seconds) => _device[Count - 1] = seconds;

    public void Clear() => Count = 0;
}
