namespace Perf.Analyzers.Model;

/// <summary>A series of a baseline file: whose it is.</summary>
/// <param name="Test">The full name of the test as NUnit writes it.</param>
/// <param name="Metric">The metric.</param>
/// <param name="TestStart">Where the name of the test starts in the text, after its quote.</param>
/// <param name="TestLength">How long it is there, escapes and all.</param>
internal sealed record BaselineEntry(string Test, string Metric, int TestStart, int TestLength)
{
    /// <summary>The test without the arguments of its case.</summary>
    public string Method { get; } = TestName.WithoutArguments(Test);
}
