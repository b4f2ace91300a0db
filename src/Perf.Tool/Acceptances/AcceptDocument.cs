namespace Perf.Tool.Acceptances;

/// <summary>What <c>baseline accept --json</c> writes.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Changes">What was accepted.</param>
internal sealed record AcceptDocument(string Reason, IReadOnlyList<AcceptedChange> Changes);

/// <summary>A series that was accepted.</summary>
/// <param name="File">The baseline.</param>
/// <param name="Test">The test.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit of both values.</param>
/// <param name="Previous">What was accepted before; null where nothing was.</param>
/// <param name="Accepted">What is accepted now.</param>
internal sealed record AcceptedChange(string File, string Test, string Metric, string Unit, double? Previous, double Accepted);
