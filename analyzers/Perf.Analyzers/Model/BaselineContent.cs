using System.Collections.Immutable;

namespace Perf.Analyzers.Model;

/// <summary>What the rules need of a baseline file.</summary>
/// <param name="Entries">Its series.</param>
/// <param name="IsOriginalShape">Whether it is of the first shape: one number for the time of any test.</param>
internal sealed record BaselineContent(ImmutableArray<BaselineEntry> Entries, bool IsOriginalShape);
