using Perf.Measurement.Probes;

namespace Perf.Tests.Measurement;

/// <summary>A clock that stands still until it is told to go on; a tick is a nanosecond.</summary>
internal sealed class FakeClock : IClock
{
    private long _now;
    private double _delay;
    private double _ofHelpers;

    /// <summary>The finest difference, ns, that a timestamp shows.</summary>
    public long Resolution { get; init; } = 1;

    public double CpuSeconds { get; set; }

    public double Now => _now * 1e-9;

    /// <summary>Time passes in which the thread works.</summary>
    public void Work(double seconds)
    {
        Wait(seconds);
        CpuSeconds += seconds;
    }

    /// <summary>Time passes in which the thread rests.</summary>
    public void Wait(double seconds) => _now += (long)Math.Round(seconds * 1e9);

    /// <summary>Time passes in which the thread would work and no processor is free.</summary>
    public void Delay(double seconds)
    {
        Wait(seconds);
        _delay += seconds;
    }

    /// <summary>Other threads of the process work, in time that has passed already.</summary>
    public void Help(double seconds) => _ofHelpers += seconds;

    public long Timestamp() => _now - (_now % Resolution);

    public double Seconds(long from, long to) => (to - from) * 1e-9;

    public void Pause(double seconds) => Wait(seconds);

    public double ThreadCpuSeconds() => CpuSeconds;

    public double ProcessCpuSeconds() => CpuSeconds + _ofHelpers;

    public double RunDelaySeconds() => _delay;
}
