namespace Perf.Thresholds.Promises;

/// <summary>Why a promise cannot be kept as it is written.</summary>
public enum PromiseProblemKind
{
    /// <summary>A number of the attribute is none that it can be.</summary>
    OutOfRange,

    /// <summary>The key that the attribute names limits in the other direction, or limits something else.</summary>
    KeyDoesNotFit,

    /// <summary>No section was named, and more than one has the key.</summary>
    AmbiguousSection,

    /// <summary>The file has no such section.</summary>
    UnknownSection,

    /// <summary>The file lacks the key that the attribute names.</summary>
    UnknownKey,

    /// <summary>Neither the attribute nor the file has a number.</summary>
    NoNumber,

    /// <summary>A limit on the regression of a noisy metric that lies within the tolerance.</summary>
    NotAboveTolerance,
}
