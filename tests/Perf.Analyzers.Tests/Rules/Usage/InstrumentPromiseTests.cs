using NUnit.Framework;

namespace Perf.Analyzers.Tests.Rules.Usage;

/// <summary>Promises of which only the instrument tells whether they are about one metric.</summary>
[TestFixture]
public sealed class InstrumentPromiseTests
{
    [TestCase("MaxRegression(10, Metric = \"throughput\", Instrument = \"a.items\"), MaxRegression(10, Metric = \"throughput\", Instrument = \"a.bytes\")")]
    [TestCase("MaxRegression(10, Metric = \"a.size\", Instrument = \"a.size{part=1}\"), MaxRegression(10, Metric = \"a.size\", Instrument = \"a.size{part=2}\")")]
    [TestCase("MaxTailRatio(2, Instrument = \"a.load\"), MaxTailRatio(3, Instrument = \"a.score\")")]
    [TestCase("MinMetric(\"a\", 1), MinMetric(\"b\", 2)")]
    public Task PromisesAboutDifferentInstrumentsAreLeftAlone(string attributes) => Verify.Members(
        "PERF1010", $"[Test, {attributes}] public void Adds() {{ }}");

    [TestCase("MaxRegression(10, Metric = \"throughput\", Instrument = \"a\")", "MaxRegression(5, Metric = \"throughput\", Instrument = \"a\")")]
    [TestCase("MaxRegression(10, Instrument = \"a\")", "MaxRegression(5, Instrument = \"b\")")]
    [TestCase("MaxTailRatio(2, Instrument = \"a\")", "MaxTailRatio(3, Instrument = \"a\")")]
    public Task PromisesAboutOneInstrumentAreReported(string earlier, string later) => Verify.Members(
        "PERF1010", $"[Test, {earlier}, {{|PERF1010:{later}|}}] public void Adds() {{ }}");

    [TestCase("p:\n  max_a_ms: 200\n  min_a_seconds: 0.1\n")]
    [TestCase("p:\n  max_a_ms: 2\n  min_a_seconds: 1\n")]
    public Task NumbersInDifferentUnitsAreNotCompared(string thresholds) => Verify.Members(
        "PERF1010",
        "[Test, MaxMetric(\"a\", Key = \"p.max_a_ms\"), MinMetric(\"a\", Key = \"p.min_a_seconds\")] public void Adds() { }",
        thresholds);

    [Test]
    public Task BoundsThatOneEnvironmentCanKeepAreLeftAlone() => Verify.Members(
        "PERF1010",
        "[Test, MaxMetric(\"a\", Key = \"p.max_a_count\"), MinMetric(\"a\", 5)] public void Adds() { }",
        "p:\n  max_a_count: 4\nenvironments:\n  gpu:\n    p: { max_a_count: 9 }\n");
}
