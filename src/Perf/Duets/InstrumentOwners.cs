using System.Diagnostics.Metrics;

namespace Perf.Duets;

/// <summary>Tells the instruments of two builds apart, which have the same names in one process.</summary>
/// <param name="IsBase">Whether an instrument is the base build's.</param>
/// <param name="IsHead">Whether an instrument is the head build's.</param>
public sealed record InstrumentOwners(Func<Instrument, bool> IsBase, Func<Instrument, bool> IsHead);
