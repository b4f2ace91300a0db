namespace Perf.Workers;

/// <summary>A worker died, hung, or did not reach the body; the message holds the end of its output.</summary>
public sealed class WorkerException(string message, Exception? inner = null) : Exception(message, inner);
