using System.Diagnostics;

namespace Perf.Measurement.Probes;

/// <summary>The clocks of the operating system, read without allocating.</summary>
public sealed class SystemClock : IClock
{
    private static readonly double SecondsPerTick = 1.0 / Stopwatch.Frequency;

    private SystemClock()
    {
    }

    /// <summary>The one instance.</summary>
    public static SystemClock Instance { get; } = new();

    /// <inheritdoc/>
    public long Timestamp() => Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public double Seconds(long from, long to) => (to - from) * SecondsPerTick;

    /// <inheritdoc/>
    public void Pause(double seconds) => Thread.Sleep(TimeSpan.FromSeconds(seconds));

    /// <inheritdoc/>
    public double ThreadCpuSeconds() => OperatingSystem.IsWindows()
        ? WindowsCpuClock.ThreadSeconds()
        : UnixCpuClock.ThreadSeconds();

    /// <inheritdoc/>
    public double ProcessCpuSeconds() => OperatingSystem.IsWindows()
        ? WindowsCpuClock.ProcessSeconds()
        : UnixCpuClock.ProcessSeconds();

    /// <inheritdoc/>
    public double RunDelaySeconds() => OperatingSystem.IsLinux() ? LinuxRunDelay.OfThisThread() : 0;
}
