namespace Perf.Statistics;

/// <summary>Confidence limits.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct Bounds(double Lower, double Upper);
