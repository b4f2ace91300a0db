namespace Perf.Measurement.Meters;

/// <summary>The kinds of instruments that <c>System.Diagnostics.Metrics</c> has.</summary>
public enum InstrumentKind
{
    /// <summary>Adds up what was done; each recording is an increment, never negative.</summary>
    Counter,

    /// <summary>Adds up what comes and goes; each recording is an increment of either sign.</summary>
    UpDownCounter,

    /// <summary>Each recording is a value that stands for itself, a duration for instance.</summary>
    Histogram,

    /// <summary>Each recording replaces the one before.</summary>
    Gauge,

    /// <summary>Tells, when asked, the total so far of what was done.</summary>
    ObservableCounter,

    /// <summary>Tells, when asked, the total so far of what comes and goes.</summary>
    ObservableUpDownCounter,

    /// <summary>Tells, when asked, its present value.</summary>
    ObservableGauge,
}
