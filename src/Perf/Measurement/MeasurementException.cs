namespace Perf.Measurement;

/// <summary>A test cannot be measured as its attributes ask; the message says why and what to do.</summary>
public sealed class MeasurementException(string message, Exception? inner = null) : Exception(message, inner);
