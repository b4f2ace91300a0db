using Perf.Thresholds;

namespace Perf.Metrics;

/// <summary>Something that can be measured: a name, a unit, and which way is better.</summary>
/// <param name="Name">The name under which baselines and reports know it: <c>time</c>, <c>receipts.images</c>.</param>
/// <param name="Unit">The unit as UCUM writes it (<c>s</c>, <c>By</c>, <c>%</c>, <c>1</c>, <c>{image}/s</c>).</param>
/// <param name="Better">Whether less or more of it is better.</param>
/// <param name="IsNoisy">
/// Whether the same code gives another value in the next run. What is not noisy is judged at once and exactly.
/// </param>
public sealed record Metric(string Name, string Unit, Direction Better, bool IsNoisy)
{
    /// <summary>Wall time of one iteration of the body.</summary>
    public static Metric Time { get; } = new("time", "s", Direction.LowerIsBetter, IsNoisy: true);

    /// <summary>Managed bytes that one iteration of the body allocates.</summary>
    public static Metric AllocatedBytes { get; } = new("allocated_bytes", "By", Direction.LowerIsBetter, IsNoisy: false);

    /// <summary>Peak memory of the process (or its cgroup), and of the machine, in percent of what there is.</summary>
    public static Metric CpuMemory { get; } = new("cpu_memory", "%", Direction.LowerIsBetter, IsNoisy: false);

    /// <summary>
    /// One iteration of the body by the accelerator's own clock: from a mark in its default queue before the body to one after all that the
    /// body gave it (CUDA Driver API, cuEventElapsedTime; resolution about 0.5 µs). Pauses in which the device waits for the body are within.
    /// </summary>
    public static Metric GpuTime { get; } = new("gpu_time", "s", Direction.LowerIsBetter, IsNoisy: true);

    /// <summary>Peak memory of the accelerator in percent of what it has.</summary>
    public static Metric GpuMemoryShare { get; } = new("gpu_memory", "%", Direction.LowerIsBetter, IsNoisy: false);

    /// <summary>Peak memory of the accelerator in 2³⁰ bytes.</summary>
    public static Metric GpuMemory { get; } = new("gpu_memory", "GiBy", Direction.LowerIsBetter, IsNoisy: false);

    /// <summary>Cache hits in percent of all lookups.</summary>
    public static Metric CacheHitRate { get; } = new("cache_hit_rate", "%", Direction.HigherIsBetter, IsNoisy: false);
}
