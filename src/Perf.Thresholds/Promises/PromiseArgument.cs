namespace Perf.Thresholds.Promises;

/// <summary>A number that an attribute gives.</summary>
/// <param name="Name">The name of the property it is given to; null for the limit itself.</param>
/// <param name="Value">The number.</param>
/// <param name="Range">What it can be.</param>
public sealed record PromiseArgument(string? Name, double Value, ValueRange Range);
