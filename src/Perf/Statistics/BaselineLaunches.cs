using Perf.Measurement;

namespace Perf.Statistics;

/// <summary>The launches of a recorded baseline that has a spread of its own.</summary>
/// <param name="Accepted">ln of the accepted median; it never moves by itself.</param>
/// <param name="Estimates">One estimate a recorded process.</param>
public sealed record BaselineLaunches(double Accepted, IReadOnlyList<Estimate> Estimates)
{
    /// <summary>
    /// How many of them the accepted median rests on; the others tell only how much processes differ. At least 1, at most all, which it is
    /// where nothing is said.
    /// </summary>
    public int LevelCount { get; init; } = Estimates.Count;
}
