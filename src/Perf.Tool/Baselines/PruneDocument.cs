namespace Perf.Tool.Baselines;

/// <summary>What <c>baseline prune --json</c> writes.</summary>
/// <param name="Series">The series without a test.</param>
/// <param name="Builds">The kept builds that no baseline names.</param>
/// <param name="Kept">Series of which nobody here can know, and why.</param>
/// <param name="IsRemoved">Whether series and builds were removed; otherwise they are only listed.</param>
internal sealed record PruneDocument(
    IReadOnlyList<GoneSeries> Series, IReadOnlyList<string> Builds, IReadOnlyList<KeptSeries> Kept, bool IsRemoved);

/// <summary>A series whose test no longer exists.</summary>
/// <param name="File">The baseline.</param>
/// <param name="Test">The test.</param>
/// <param name="Metric">The metric.</param>
internal sealed record GoneSeries(string File, string Test, string Metric);

/// <summary>What stays, since nobody here can know.</summary>
/// <param name="File">The baseline.</param>
/// <param name="Test">The test; null for the whole file.</param>
/// <param name="Why">Why.</param>
internal sealed record KeptSeries(string File, string? Test, string Why);
