using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>What one process measured of one test: plain data, so that it travels from a worker and into the record of the run.</summary>
public sealed record LaunchSamples
{
    /// <summary>How often the body ran in each sample; values below are per iteration all the same.</summary>
    public required int CallsPerSample { get; init; }

    /// <summary>Wall time of one iteration, s; one value a sample.</summary>
    public required IReadOnlyList<double> WallSeconds { get; init; }

    /// <summary>CPU time of the calling thread in one iteration, s; one value a sample.</summary>
    public required IReadOnlyList<double> CpuSeconds { get; init; }

    /// <summary>One iteration by the accelerator's own clock, s; one value a sample, none where nobody asked for it.</summary>
    public IReadOnlyList<double> DeviceSeconds
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>Managed bytes allocated in one iteration, By; one value a sample.</summary>
    public required IReadOnlyList<double> AllocatedBytes { get; init; }

    /// <summary>What the selected instruments recorded, in the order of the plan.</summary>
    public IReadOnlyList<InstrumentSamples> Instruments
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>Cache hits after the warm-up batches; null when not watched.</summary>
    public HitCount? Hits { get; init; }

    /// <summary>Peak memory; null when not watched.</summary>
    public MemoryReading? Memory { get; init; }

    /// <summary>Peak device memory; null when not watched or not available.</summary>
    public DeviceMemoryReading? DeviceMemory { get; init; }

    /// <summary>Why a look at device memory saw nothing, or not all; null when every one did, or none was asked for.</summary>
    public string? DeviceMemoryMissing { get; init; }

    /// <summary>How the accelerator worked; null where the body uses none, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>Collections during the samples, and their pauses.</summary>
    public CollectionCounts Collections { get; init; }

    /// <summary>Minor page faults of the process in one iteration; null when unknown.</summary>
    public double? MinorPageFaults { get; init; }

    /// <summary>How the warm-up went.</summary>
    public required WarmUpReport WarmUp { get; init; }

    /// <summary>From the end of the warm-up to the last sample, s.</summary>
    public required double MeasuredSeconds { get; init; }

    /// <summary>Iterations of the body in all samples.</summary>
    public long Iterations => (long)CallsPerSample * WallSeconds.Count;
}

/// <summary>What one instrument recorded.</summary>
/// <param name="Selector">Name and tags, as in the attribute.</param>
/// <param name="Unit">Its unit as published, or null.</param>
/// <param name="IsDuration">Whether it records durations.</param>
/// <param name="PerIteration">The number of each sample, per iteration, by the instrument's <see cref="Aggregation"/>.</param>
/// <param name="Values">Every recording of all samples, in their order, as far as there was room.</param>
public sealed record InstrumentSamples(
    string Selector,
    string? Unit,
    bool IsDuration,
    IReadOnlyList<double> PerIteration,
    IReadOnlyList<double> Values);

/// <summary>Cache lookups of a process.</summary>
/// <param name="Hits">Lookups that found what they looked for.</param>
/// <param name="Lookups">All lookups.</param>
public readonly record struct HitCount(long Hits, long Lookups);
