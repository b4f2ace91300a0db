using Perf.Thresholds;

namespace Perf.Analyzers.Model;

/// <summary>A series of a baseline file: whose it is, and what can be told against it.</summary>
/// <param name="Test">The full name of the test as NUnit writes it.</param>
/// <param name="Metric">The metric.</param>
/// <param name="TestStart">Where the name of the test starts in the text, after its quote.</param>
/// <param name="TestLength">How long it is there, escapes and all.</param>
/// <param name="ResolutionPercent">
/// How far above the lower edge of a limit's zone of tolerance a change must lie for five launches to call it a regression, in percent
/// of the baseline; null where the file says nothing of it, or no such number.
/// </param>
/// <param name="Launches">How many processes recorded it.</param>
internal sealed record BaselineEntry(
    string Test, string Metric, int TestStart, int TestLength, double? ResolutionPercent, int Launches)
{
    /// <summary>The test without the arguments of its case.</summary>
    public string Method { get; } = PlainTestName.Of(Test);
}
