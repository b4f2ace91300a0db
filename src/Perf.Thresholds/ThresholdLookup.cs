namespace Perf.Thresholds;

/// <summary>The answer to the search for a threshold.</summary>
/// <param name="Outcome">How the search ended.</param>
/// <param name="Threshold">What was found; null otherwise.</param>
/// <param name="Candidates">
/// Of an ambiguous key the sections that have it; of an unknown section or key the names of its kind that are spelled
/// alike, or where there are none the sections that have the key.
/// </param>
public sealed record ThresholdLookup(LookupOutcome Outcome, Threshold? Threshold, IReadOnlyList<string> Candidates);
