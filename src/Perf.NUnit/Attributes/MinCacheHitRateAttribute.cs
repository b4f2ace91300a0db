using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>
/// Hits in percent of the lookups that a counter with a tag <c>hit</c> counted in this process, after the first batches.
/// A batch is a recording of the meter's only untagged histogram of duration; an iteration where there is none.
/// </summary>
public sealed class MinCacheHitRateAttribute : SloAttribute
{
    private readonly double? _percent;

    /// <summary>The percentage of <c>min_hit_rate_pct</c> in thresholds.yaml.</summary>
    public MinCacheHitRateAttribute()
    {
    }

    /// <summary>At least this percentage; the stricter of it and of thresholds.yaml is enforced.</summary>
    public MinCacheHitRateAttribute(double percent) => _percent = percent;

    /// <summary>Batches at the start that do not count; −1 for <c>warmup_batches</c> of thresholds.yaml (0 when absent).</summary>
    public int WarmupBatches { get; init; } = -1;

    internal override IEnumerable<Promise> Promises() =>
        [new(this, Metric.CacheHitRate, new Reading.HitRate(Selector, WarmupBatches), BoundKind.AtLeast, KeyPromises.CacheHitRate(_percent, WarmupBatches))];
}
