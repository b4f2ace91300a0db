namespace Perf.Thresholds;

/// <summary>How a look-up ended.</summary>
public enum LookupOutcome
{
    /// <summary>There is one threshold.</summary>
    Found,

    /// <summary>The file has no such section.</summary>
    UnknownSection,

    /// <summary>The section, or without one the whole file, has no such key.</summary>
    MissingKey,

    /// <summary>Several sections have the key and none was named.</summary>
    AmbiguousSection,
}

/// <summary>The answer to a look-up.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Threshold">The threshold; null unless found.</param>
/// <param name="Candidates">The sections that have the key when ambiguous; names that may have been meant when unknown or missing.</param>
public sealed record ThresholdLookup(LookupOutcome Outcome, Threshold? Threshold, IReadOnlyList<string> Candidates);
