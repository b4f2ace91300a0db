namespace Perf.Benchmarks.Subjects;

/// <summary>Tells an Inconclusive that looks like a regression from one that lies too near to the limit.</summary>
internal static class Suspicion
{
    // The record of a run has no field for it; its reason begins so.
    private const string Beginning = "suspected regression";

    /// <summary>Whether a verdict is a suspicion.</summary>
    public static bool Is(string verdict, string reason) =>
        verdict == "Inconclusive" && reason.StartsWith(Beginning, StringComparison.Ordinal);
}
