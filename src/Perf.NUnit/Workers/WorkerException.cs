namespace Perf.Workers;

/// <summary>A worker died, hung, or did not reach the body; the message holds the end of its output.</summary>
public sealed class WorkerException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it gave no answer in time.</summary>
    public bool IsHung { get; init; }
}
