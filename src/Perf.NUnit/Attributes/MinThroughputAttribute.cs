using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>At least so many items per second, as a counter counts them.</summary>
public sealed class MinThroughputAttribute : SloAttribute
{
    private readonly double? _perSecond;

    /// <summary>The number of <c>min_samples_per_second</c> in thresholds.yaml.</summary>
    public MinThroughputAttribute()
    {
    }

    /// <summary>At least this many; the stricter of it and of thresholds.yaml is enforced.</summary>
    public MinThroughputAttribute(double perSecond) => _perSecond = perSecond;

    internal override IEnumerable<Promise> Promises() =>
    [
        new(this, Throughput, new Reading.Throughput(Selector), BoundKind.AtLeast, KeyPromises.Of("MinThroughput", _perSecond)),
    ];

    internal static Metric Throughput { get; } = new("throughput", "{item}/s", Direction.HigherIsBetter, IsNoisy: true);
}
