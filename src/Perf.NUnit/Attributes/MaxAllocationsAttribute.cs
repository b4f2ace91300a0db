using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>Managed bytes that one iteration may allocate; the least of at least five settled iterations is judged, exactly.</summary>
public sealed class MaxAllocationsAttribute : SloAttribute
{
    private readonly double? _bytes;

    /// <summary>The bytes of <c>max_allocated_bytes</c> in thresholds.yaml.</summary>
    public MaxAllocationsAttribute()
    {
    }

    /// <summary>At most these bytes; the stricter of them and of thresholds.yaml is enforced. 0 is natural.</summary>
    public MaxAllocationsAttribute(long bytes) => _bytes = bytes;

    internal override IEnumerable<Promise> Promises() =>
        [new(this, Metric.AllocatedBytes, new Reading.Allocations(), BoundKind.AtMost, KeyPromises.Of("MaxAllocations", _bytes))];
}
