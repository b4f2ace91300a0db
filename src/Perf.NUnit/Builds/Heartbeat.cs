using Perf.Measurement.Probes;

namespace Perf.Builds;

/// <summary>Tells whose body runs, and since when: a body that does not return is noticed from another thread.</summary>
internal sealed class Heartbeat
{
    private long _since = SystemClock.Instance.Timestamp();
    private volatile string _build = "head";

    /// <summary>The build that runs.</summary>
    public string Build => _build;

    /// <summary>For how long it has, s.</summary>
    public double Seconds => SystemClock.Instance.Seconds(Volatile.Read(ref _since), SystemClock.Instance.Timestamp());

    public void Beat(string build)
    {
        _build = build;
        Volatile.Write(ref _since, SystemClock.Instance.Timestamp());
    }
}
