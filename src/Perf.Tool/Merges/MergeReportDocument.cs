namespace Perf.Tool.Merges;

/// <summary>What <c>merge --json</c> writes.</summary>
/// <param name="File">The file that was written.</param>
/// <param name="Files">How many runs were read.</param>
/// <param name="Runs">How many there are merged.</param>
/// <param name="Tests">How many tests they have.</param>
/// <param name="Missing">Shards that are not there, a sentence a suite.</param>
internal sealed record MergeReportDocument(string File, int Files, int Runs, int Tests, IReadOnlyList<string> Missing);
