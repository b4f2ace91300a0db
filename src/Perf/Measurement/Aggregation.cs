using Perf.Measurement.Meters;

namespace Perf.Measurement;

/// <summary>How the recordings of an instrument within one iteration become one number.</summary>
public enum Aggregation
{
    /// <summary>Counters, and histograms of duration: the body's total.</summary>
    Sum,

    /// <summary>Histograms of anything else (a score, a size): the mean of the recordings.</summary>
    Mean,

    /// <summary>Gauges: the last value.</summary>
    Last,
}

/// <summary>An instrument picked for a measurement.</summary>
/// <param name="Selector">Name and tags.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Unit">Its unit as published, or null.</param>
public sealed record SelectedInstrument(InstrumentSelector Selector, InstrumentKind Kind, string? Unit)
{
    private static readonly HashSet<string> DurationUnits = new(StringComparer.Ordinal) { "s", "ms", "us", "ns", "min", "h" };

    /// <summary>Whether it records durations, which differ from run to run.</summary>
    public bool IsDuration => Unit is not null && DurationUnits.Contains(Unit);

    /// <summary>How its recordings within an iteration become one number.</summary>
    public Aggregation Aggregation => Kind switch
    {
        InstrumentKind.Gauge or InstrumentKind.ObservableGauge => Aggregation.Last,
        InstrumentKind.Histogram when !IsDuration => Aggregation.Mean,
        _ => Aggregation.Sum,
    };
}
