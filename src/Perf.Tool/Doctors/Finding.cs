namespace Perf.Tool.Doctors;

/// <summary>How much a finding matters.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The system does not tell.</summary>
    Unknown,

    /// <summary>Measurements need longer, or tell less.</summary>
    Warning,

    /// <summary>Measurements tell little or nothing.</summary>
    Bad,
}

/// <summary>One thing about a machine that matters to measurements.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Found">What was found.</param>
/// <param name="Meaning">What that means; null where all is well.</param>
/// <param name="Remedy">What to do; null where there is nothing.</param>
internal sealed record Finding(string Name, FindingLevel Level, string Found, string? Meaning = null, string? Remedy = null)
{
    /// <summary>As it should be.</summary>
    public static Finding Ok(string name, string found) => new(name, FindingLevel.Ok, found);

    /// <summary>The system does not tell.</summary>
    /// <param name="name">What was looked at.</param>
    /// <param name="reason">Why it does not; empty where it does not say that either.</param>
    public static Finding Unknown(string name, string reason = "") =>
        new(name, FindingLevel.Unknown, reason.Length == 0 ? "unknown here" : $"unknown here: {reason}");
}
