namespace Perf.Analyzers.Tests.Mutations;

/// <summary>A slip that somebody might make in the suite.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">What is written there.</param>
/// <param name="Slip">What is written instead.</param>
/// <param name="Id">The rule that catches it.</param>
/// <param name="At">What stands on the line of the finding; the slip itself when null.</param>
/// <param name="In">The file of the finding; the same when null.</param>
public sealed record Mutation(string File, string Text, string Slip, string Id, string? At = null, string? In = null)
{
    public override string ToString() => $"{Id} {File}: {Slip.Replace("\n", "⏎", StringComparison.Ordinal)}";
}
