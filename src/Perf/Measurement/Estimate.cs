namespace Perf.Measurement;

/// <summary>A number and how well it is known.</summary>
/// <param name="Value">ln(current / reference), turned so that more is worse.</param>
/// <param name="StandardError">Its standard error within the process.</param>
public readonly record struct Estimate(double Value, double StandardError);
