using Perf.Measurement.Probes;

namespace Perf.Benchmarks.Decisions;

/// <summary>A clock that a replay puts forward by what its processes took.</summary>
internal sealed class ReplayClock : IClock
{
    private const double TicksPerSecond = 1e9;

    private long _now;

    /// <summary>Puts it forward.</summary>
    /// <param name="seconds">By so much, s.</param>
    public void Advance(double seconds) => _now += (long)(seconds * TicksPerSecond);

    /// <inheritdoc />
    public long Timestamp() => _now;

    /// <inheritdoc />
    public double Seconds(long from, long to) => (to - from) / TicksPerSecond;

    /// <inheritdoc />
    public void Pause(double seconds) => Advance(seconds);

    /// <inheritdoc />
    public double ThreadCpuSeconds() => Seconds(0, _now);

    /// <inheritdoc />
    public double ProcessCpuSeconds() => Seconds(0, _now);

    /// <inheritdoc />
    public double RunDelaySeconds() => 0;
}
