using System.Text.Json.Serialization;

namespace Perf.Baselines;

/// <summary>That a person took a series over from a run, and why.</summary>
/// <param name="Reason">Why, in the words of who accepted it.</param>
/// <param name="At">When.</param>
/// <param name="Previous">What was accepted before, in the unit of the series; null where nothing was.</param>
public sealed record Acceptance(
    [property: JsonRequired] string Reason,
    [property: JsonRequired] DateTimeOffset At,
    double? Previous);
