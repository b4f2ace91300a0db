namespace Perf.Thresholds;

/// <summary>One row of the table of attributes and keys.</summary>
/// <param name="Attribute">The attribute without its suffix: <c>MaxDuration</c>; empty for a key that no attribute enforces by itself.</param>
/// <param name="Key">The key, or its pattern with the variable part in angle brackets.</param>
/// <param name="Unit">The unit of the number, as UCUM writes it.</param>
/// <param name="Better">Which way the metric is better.</param>
/// <param name="Range">The numbers that it can have.</param>
/// <param name="IsNoisy">Whether the metric differs from run to run.</param>
public sealed record ObjectiveKind(
    string Attribute, string Key, string Unit, Direction Better, ValueRange Range, bool IsNoisy);
