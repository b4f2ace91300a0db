namespace Perf.Thresholds;

/// <summary>One number of a thresholds file; in the unit that its key ends in.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Key">Its key, <c>max_time_seconds</c>.</param>
/// <param name="Value">The number: finite, and within the range of the key.</param>
/// <param name="Environment">The environment whose overlay it is; null in the file's own sections.</param>
/// <param name="Range">Where the number stands.</param>
public sealed record Threshold(string Section, string Key, double Value, string? Environment, TextRange Range);
