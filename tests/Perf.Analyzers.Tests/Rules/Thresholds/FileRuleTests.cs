using NUnit.Framework;

namespace Perf.Analyzers.Tests.Rules.Thresholds;

[TestFixture]
public sealed class FileRuleTests
{
    private const string Test = "[Test, MaxDuration(1)] public void Adds() { }";

    [TestCase("PERF2001", "a:\n  max_time_seconds: [{|PERF2001:|}")]
    [TestCase("PERF2002", "a:\n  {|PERF2002:max_tme_seconds|}: 5\n")]
    [TestCase("PERF2003", "a:\n  max_time_seconds: {|PERF2003:soon|}\n")]
    [TestCase("PERF2004", "a:\n  {|PERF2004:max_time_minutes|}: 5\n")]
    [TestCase("PERF2005", "a:\r\n  max_time_seconds: {|PERF2005:0|}\r\n")]
    [TestCase("PERF2006", "a:\n  max_time_seconds: 5\n  {|PERF2006:max_time_seconds|}: 6\n")]
    [TestCase("PERF2007", "a:\n  max_time_seconds: 5\nenvironments:\n  gpu:\n    {|PERF2007:b|}: { max_time_seconds: 5 }\n")]
    [TestCase("PERF2008", "a:\n  max_time_seconds: {|PERF2008:*x|}\n")]
    public Task WhatIsWrongWithTheFileIsReportedInIt(string id, string thresholds) => Verify.Members(id, Test, thresholds);

    [TestCase("PERF2001")]
    [TestCase("PERF2002")]
    [TestCase("PERF2003")]
    [TestCase("PERF2004")]
    [TestCase("PERF2005")]
    [TestCase("PERF2006")]
    [TestCase("PERF2007")]
    [TestCase("PERF2008")]
    public Task AGoodFileIsLeftAlone(string id) => Verify.Members(
        id, Test, "\uFEFF# all good\r\na:\r\n  max_time_seconds: 5\r\npolicy: { inconclusive: fail }\r\nenvironments:\r\n  gpu:\r\n    a: { max_time_seconds: 4 }\r\n");

    [Test]
    public Task AKeyThatNobodyReadsIsReported() => Verify.Members(
        "PERF2009",
        "[Test, Section(\"a\"), MaxDuration] public void Adds() { } [Test, MaxMetric(\"x\", Key = \"b.max_x_ms\")] public void X() { }",
        """
        a:
          max_time_seconds: 5
          max_allocated_bytes: {|PERF2009:3|}
        b:
          max_x_ms: 4
          max_y_ms: {|PERF2009:4|}
        tolerance:
          measurement_noise_pct: 2

        """);

    [Test]
    public Task AKeyThatIsReadBesideAnotherIsLeftAlone() => Verify.Members(
        "PERF2009",
        "[Test, MaxRegression] public void Adds() { } [Test, MinCacheHitRate] public void X() { } [Test, MaxGpuMemory] public void G() { }",
        """
        a:
          time_regression_threshold_pct: 10
          max_time_seconds: 5
        b:
          min_hit_rate_pct: 80
          warmup_batches: 3
          max_gpu_memory_pct: 80
          max_gpu_memory_gb: 8

        """);

    [TestCase("public abstract class Base { [Test, MaxDuration] public void Adds() { } }")]
    [TestCase("public class NoPromise { [Test] public void Adds() { } }")]
    public Task WhatAnotherProjectOrFixtureMayReadIsLeftAlone(string source) =>
        Verify.Source("PERF2009", source, "a:\n  max_time_seconds: 5\n");

    [Test]
    public Task AMissingFileIsReportedWhereItsNumbersAreTaken() => Verify.Members(
        "PERF2010",
        "[Test, MaxDuration(3)] public void Packs() { } [Test, {|PERF2010:MaxDuration|}, MaxRegression] public void Adds() { }");

    [Test]
    public Task AMissingFileThatNobodyNeedsIsLeftAlone() =>
        Verify.Members("PERF2010", "[Test, MaxDuration(3), MaxAllocations(0), MaxTailRatio] public void Adds() { }");

    [Test]
    public Task AFileThatIsThereIsLeftAlone() =>
        Verify.Members("PERF2010", "[Test, MaxDuration] public void Adds() { }", "a:\n  max_time_seconds: 5\n");
}
