using Perf.Measurement.Meters;

namespace Perf.Objectives;

/// <summary>How the value of a metric is taken from what a launch recorded.</summary>
public abstract record Reading
{
    /// <summary>Wall time of one iteration, s.</summary>
    public sealed record BodyTime : Reading;

    /// <summary>One iteration by the accelerator's own clock, s.</summary>
    public sealed record DeviceTime : Reading;

    /// <summary>Managed bytes of one iteration: the least of the settled ones, since a rare background allocation is not the body's.</summary>
    public sealed record Allocations : Reading;

    /// <summary>Peak memory of process and machine, %.</summary>
    public sealed record ProcessMemory : Reading;

    /// <summary>Peak device memory, % of the device's or 2³⁰ bytes.</summary>
    public sealed record DeviceMemory(bool InGigabytes) : Reading;

    /// <summary>A reading that needs an instrument; a null selector means "the only one that fits".</summary>
    public abstract record OfInstrument(InstrumentSelector? Instrument) : Reading;

    /// <summary>Items that a counter counted in an iteration, per second of that iteration.</summary>
    public sealed record Throughput(InstrumentSelector? Instrument) : OfInstrument(Instrument);

    /// <summary>A percentile of a histogram's recordings over their mean, pooled over the iterations of a launch.</summary>
    public sealed record TailRatio(InstrumentSelector? Instrument, double Percentile) : OfInstrument(Instrument);

    /// <summary>Hits in percent of lookups, of the process, after the first batches.</summary>
    public sealed record HitRate(InstrumentSelector? Instrument, int WarmupBatches) : OfInstrument(Instrument);

    /// <summary>What any instrument recorded in an iteration.</summary>
    public sealed record InstrumentValue(InstrumentSelector? Instrument) : OfInstrument(Instrument);
}
