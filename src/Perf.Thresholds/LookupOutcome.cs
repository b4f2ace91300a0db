namespace Perf.Thresholds;

/// <summary>How the search for a threshold ended.</summary>
public enum LookupOutcome
{
    /// <summary>There is one.</summary>
    Found,

    /// <summary>The file has no section of that name.</summary>
    UnknownSection,

    /// <summary>The section, or without one the whole file, lacks the key.</summary>
    MissingKey,

    /// <summary>No section was named, and more than one has the key.</summary>
    AmbiguousSection,
}
