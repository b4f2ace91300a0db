using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>
/// Peak memory of the process (or its cgroup) and of the machine, in percent of what there is. Red only by the process's own;
/// a machine filled by neighbours is Inconclusive.
/// </summary>
public sealed class MaxCpuMemoryAttribute : SloAttribute
{
    private readonly double? _percent;

    /// <summary>The percentage of <c>max_cpu_memory_pct</c> in thresholds.yaml.</summary>
    public MaxCpuMemoryAttribute()
    {
    }

    /// <summary>At most this percentage; the stricter of it and of thresholds.yaml is enforced.</summary>
    public MaxCpuMemoryAttribute(double percent) => _percent = percent;

    internal override IEnumerable<Promise> Promises() =>
        [new(this, Metric.CpuMemory, new Reading.ProcessMemory(), BoundKind.AtMost, KeyPromises.Of("MaxCpuMemory", _percent))];
}
