namespace Perf.Judging;

/// <summary>How much a comparison with a baseline file had to overcome.</summary>
/// <param name="Control">The control, as the baseline names it.</param>
/// <param name="ControlRatio">The control over what it took when the baseline was recorded; 1.02 where it took 2 % longer.</param>
/// <param name="SentinelRatio">The same of the sentinel at its best.</param>
/// <param name="Disturbed">The share of the calls during which somebody else was on the core, as far as the sentinel saw.</param>
/// <param name="Luck">The standard deviation of ln ratio between processes; null before there was a launch to compare.</param>
/// <param name="NotComparable">Launches that could not be compared with the recorded ones.</param>
public sealed record ControlEvidence(
    string Control, double ControlRatio, double SentinelRatio, double Disturbed, double? Luck, int NotComparable);
