namespace Perf.Statistics;

/// <summary>What the launches so far allow to be said.</summary>
public enum Outcome
{
    /// <summary>Neither side is proved yet: another launch may tell.</summary>
    Undecided,

    /// <summary>The limit is kept.</summary>
    Kept,

    /// <summary>The limit is broken.</summary>
    Broken,
}
