namespace Perf.Tool.Documents;

/// <summary>What <c>--json</c> writes where a command could not do its work.</summary>
/// <param name="Error">What is wrong, and what to do.</param>
internal sealed record ErrorDocument(string Error);
