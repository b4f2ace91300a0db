using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>Peak memory of the accelerator, as a share of what it has and in 2³⁰ bytes; skipped with a reason where there is none.</summary>
public sealed class MaxGpuMemoryAttribute : SloAttribute
{
    private readonly double? _percent;

    /// <summary>The numbers of <c>max_gpu_memory_pct</c> and <c>max_gpu_memory_gb</c> in thresholds.yaml.</summary>
    public MaxGpuMemoryAttribute()
    {
    }

    /// <summary>At most this percentage; the stricter of it and of thresholds.yaml is enforced.</summary>
    public MaxGpuMemoryAttribute(double percent) => _percent = percent;

    /// <summary>At most this many 2³⁰ bytes; NaN when left to thresholds.yaml.</summary>
    public double Gigabytes { get; init; } = double.NaN;

    internal override IEnumerable<Promise> Promises()
    {
        (KeyPromise share, KeyPromise gigabytes) = KeyPromises.GpuMemory(_percent, Gigabytes);
        Reading.DeviceMemory inGigabytes = new(InGigabytes: true);
        return
        [
            new(this, Metric.GpuMemoryShare, new Reading.DeviceMemory(InGigabytes: false), BoundKind.AtMost, share),
            new(this, Metric.GpuMemory, inGigabytes, BoundKind.AtMost, gigabytes),
        ];
    }
}
