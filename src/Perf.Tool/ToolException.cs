namespace Perf.Tool;

/// <summary>What the user gave cannot be worked with; the message says what is wrong and what to do.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
