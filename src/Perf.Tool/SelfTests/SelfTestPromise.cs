using Perf.Runs;

namespace Perf.Tool.SelfTests;

/// <summary>A promise of a test, found again in every run.</summary>
/// <param name="Test">The full name of the test.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Attribute">The attribute.</param>
internal sealed record SelfTestPromise(string Test, string Metric, string Attribute)
{
    private const string Allocations = "allocated_bytes";

    /// <summary>The promise that a judgement is of.</summary>
    public static SelfTestPromise Of(TestDocument test, JudgementDocument judgement) =>
        new(test.Test.FullName, judgement.Metric, judgement.Attribute);

    /// <summary>Whether it compares with a baseline.</summary>
    public bool IsRegression => Attribute.StartsWith("[MaxRegression", StringComparison.Ordinal);

    /// <summary>Whether a delay of the body must make it fire.</summary>
    public bool IsOfTime => IsRegression && (Metric is "time" or "gpu_time");

    /// <summary>Whether more allocations must make it fire.</summary>
    public bool IsOfAllocations => Metric == Allocations;

    /// <summary>Its judgement in a run; null where it was not judged there.</summary>
    public JudgementDocument? In(RunDocument run) => run.Tests
        .Where(test => test.Test.FullName == Test)
        .SelectMany(test => test.Judgements)
        .FirstOrDefault(judgement => judgement.Metric == Metric && judgement.Attribute == Attribute);
}
