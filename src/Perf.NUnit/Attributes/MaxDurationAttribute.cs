using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>One iteration may not take longer than this, in wall time.</summary>
public sealed class MaxDurationAttribute : SloAttribute
{
    private readonly double? _seconds;

    /// <summary>The seconds of <c>max_time_seconds</c> in thresholds.yaml.</summary>
    public MaxDurationAttribute()
    {
    }

    /// <summary>At most these seconds; the stricter of them and of thresholds.yaml is enforced.</summary>
    public MaxDurationAttribute(double seconds) => _seconds = seconds;

    internal override IEnumerable<Promise> Promises() =>
        [new(this, Metric.Time, new Reading.BodyTime(), BoundKind.AtMost, KeyPromises.Of("MaxDuration", _seconds))];
}
