using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>Tells whose body runs, and since when: a body that does not return is noticed from another thread.</summary>
internal sealed class Heartbeat
{
    private long _since = SystemClock.Instance.Timestamp();
    private long _beats;
    private double _longestSeconds;
    private volatile string _build = BuildContext.HeadName;
    private volatile bool _isStopped;

    /// <summary>The build that runs.</summary>
    public string Build => _build;

    /// <summary>For how long it has, s.</summary>
    public double Seconds => SystemClock.Instance.Seconds(Volatile.Read(ref _since), SystemClock.Instance.Timestamp());

    /// <summary>How often a build has begun to run.</summary>
    public long Beats => Volatile.Read(ref _beats);

    /// <summary>The longest time between two of them, s.</summary>
    public double LongestSeconds => Volatile.Read(ref _longestSeconds);

    /// <summary>Nobody waits any more: a body that returns after all is not called again.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Says who runs from here on.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public void Beat(string build)
    {
        if (_isStopped)
        {
            throw new OperationCanceledException("the duet was given up");
        }

        _build = build;
        Volatile.Write(ref _longestSeconds, Math.Max(LongestSeconds, Seconds));
        Volatile.Write(ref _beats, _beats + 1);
        Volatile.Write(ref _since, SystemClock.Instance.Timestamp());
    }
}
