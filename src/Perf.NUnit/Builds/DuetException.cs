namespace Perf.Builds;

/// <summary>The two builds cannot be compared, or one of them failed; the message says which, why, and what to do.</summary>
public sealed class DuetException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The trace of what a body threw, which a reader wants to see in place of the harness's own.</summary>
    public string? BodyTrace { get; init; }
}

/// <summary>The base build does not have what would be compared: nothing is wrong, and nothing can be red.</summary>
public sealed class NewToBaseException(string message) : Exception(message);
