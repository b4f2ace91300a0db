namespace Perf.Thresholds;

/// <summary>A key of the file with its number.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The number, in the unit that the key names.</param>
/// <param name="Environment">The environment whose overlay it stands in; null in the base.</param>
/// <param name="Range">Where the number stands.</param>
public sealed record Threshold(string Section, string Key, double Value, string? Environment, TextRange Range);
