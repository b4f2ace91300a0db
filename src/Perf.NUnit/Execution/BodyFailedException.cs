namespace Perf.Execution;

/// <summary>The body failed without an exception while it was measured; its result says how.</summary>
internal sealed class BodyFailedException : Exception;
