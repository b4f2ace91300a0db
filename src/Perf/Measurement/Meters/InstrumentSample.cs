namespace Perf.Measurement.Meters;

/// <summary>What an instrument recorded in one sample.</summary>
/// <param name="Sum">
/// The sum of the recorded values; of an observable counter its growth, of another observable the sum over its tags.
/// </param>
/// <param name="Count">How many values were recorded.</param>
/// <param name="Last">The value recorded last, 0 when there was none; of an observable counter its total.</param>
public readonly record struct InstrumentSample(double Sum, long Count, double Last);
