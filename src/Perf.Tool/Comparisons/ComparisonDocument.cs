using Perf.Statistics;

namespace Perf.Tool.Comparisons;

/// <summary>What <c>compare --json</c> writes.</summary>
/// <param name="A">The first file.</param>
/// <param name="B">The second file.</param>
/// <param name="Series">What both have, the worst first.</param>
/// <param name="OnlyInA">What only the first has: test and metric.</param>
/// <param name="OnlyInB">What only the second has.</param>
internal sealed record ComparisonDocument(
    string A, string B, IReadOnlyList<SeriesComparison> Series, IReadOnlyList<string> OnlyInA, IReadOnlyList<string> OnlyInB);

/// <summary>A series of both files.</summary>
/// <param name="Test">The test.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit of both values.</param>
/// <param name="A">The accepted or measured value of the first.</param>
/// <param name="B">That of the second.</param>
/// <param name="Ratio">B / A, turned so that more is worse; null where they cannot be compared.</param>
/// <param name="Bounds">The 99 % bounds of the ratio; null where there are too few launches for them.</param>
/// <param name="LaunchesOfA">How many launches the first has.</param>
/// <param name="LaunchesOfB">How many launches the second has.</param>
/// <param name="Control">The control beside which both were measured; null without one.</param>
/// <param name="IsExact">Whether the metric is the same in each run of the same code.</param>
/// <param name="Note">What to keep in mind, or why they are NotComparable; null for nothing.</param>
internal sealed record SeriesComparison(
    string Test,
    string Metric,
    string Unit,
    double A,
    double B,
    double? Ratio,
    Bounds? Bounds,
    int LaunchesOfA,
    int LaunchesOfB,
    string? Control,
    bool IsExact,
    string? Note)
{
    /// <summary>Whether the second is worse by more than a percentage, even at the lower bound; null where nobody can tell.</summary>
    /// <param name="percent">How much worse it may be, in percent.</param>
    public bool? IsWorseThan(double percent) => Bounds is { } bounds ? bounds.Lower > 1 + (percent / 100) : null;
}
