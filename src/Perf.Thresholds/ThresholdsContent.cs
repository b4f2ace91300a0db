namespace Perf.Thresholds;

/// <summary>What was read of a file.</summary>
internal sealed record ThresholdsContent(
    IReadOnlyList<Threshold> Thresholds,
    IReadOnlyList<ThresholdProblem> Problems,
    Policy Policy,
    IReadOnlyList<string> Environments,
    IReadOnlyList<string> Sections);
