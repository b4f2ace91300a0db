using Perf.Measurement.Meters;

namespace Perf.Measurement;

/// <summary>What the objectives of a test need to have sampled; one measurement serves them all.</summary>
public sealed record SamplingPlan
{
    /// <summary>The instruments to record.</summary>
    public IReadOnlyList<SelectedInstrument> Instruments { get; init; } = [];

    /// <summary>Whether a noisy metric is judged: only then are many iterations needed.</summary>
    public bool IsNoisy { get; init; } = true;

    /// <summary>Whether the tail of a distribution is judged: it needs more iterations than a median.</summary>
    public bool HasTail { get; init; }

    /// <summary>Whether allocations of all threads are read precisely around each sample.</summary>
    public bool Allocations { get; init; }

    /// <summary>Whether memory of process and machine is watched.</summary>
    public bool Memory { get; init; }

    /// <summary>Whether memory of the accelerator is watched.</summary>
    public bool DeviceMemory { get; init; }

    /// <summary>Whether time is taken by the accelerator's own clock too.</summary>
    public bool DeviceTime { get; init; }

    /// <summary>Counts cache hits from the body's first run on; told of each iteration. Null when no hit rate is judged.</summary>
    public HitCounter? Hits { get; init; }
}
