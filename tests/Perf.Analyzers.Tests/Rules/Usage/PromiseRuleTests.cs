using NUnit.Framework;

namespace Perf.Analyzers.Tests.Rules.Usage;

/// <summary>The rules about what attribute and file come to together.</summary>
[TestFixture]
public sealed class PromiseRuleTests
{
    private const string File = """
        parsing:
          time_regression_threshold_pct: 10
          max_time_seconds: 5
          max_load_ms: 40
        drawing:
          max_time_seconds: 7
          min_hmean_score: 0.8
          throughput_regression_threshold_pct: 4
        tolerance:
          measurement_noise_pct: 2
        environments:
          gpu:
            drawing: { throughput_regression_threshold_pct: 2 }

        """;

    [TestCase("MaxDuration(0)")]
    [TestCase("MaxDuration(-1)")]
    [TestCase("MaxDuration(double.NaN)")]
    [TestCase("MaxDuration(double.PositiveInfinity)")]
    [TestCase("MaxRegression(-1)")]
    [TestCase("MinThroughput(0)")]
    [TestCase("MaxTailRatio(0)")]
    [TestCase("MaxTailRatio(2, Percentile = 30)")]
    [TestCase("MaxTailRatio(Percentile = 100)")]
    [TestCase("MaxCpuMemory(101)")]
    [TestCase("MaxGpuMemory(0)")]
    [TestCase("MaxGpuMemory(Gigabytes = 0)")]
    [TestCase("MinCacheHitRate(100.5)")]
    [TestCase("MinCacheHitRate(80, WarmupBatches = -2)")]
    [TestCase("MaxAllocations(-1)")]
    [TestCase("MaxMetric(\"app.work\", double.NaN)")]
    public Task ANumberThatTheLimitCannotBeIsReported(string attribute) =>
        Verify.Members("PERF1002", $"[Test, Section(\"parsing\"), {{|PERF1002:{attribute}|}}] public void Adds() {{ }}", File);

    [TestCase("MaxRegression(250)")]
    [TestCase("MaxAllocations(0)")]
    [TestCase("MaxAllocations")]
    [TestCase("MinCacheHitRate(0)")]
    [TestCase("MinCacheHitRate(100, WarmupBatches = -1)")]
    [TestCase("MaxTailRatio(Percentile = 99.9)")]
    [TestCase("MaxGpuMemory(Gigabytes = double.NaN)")]
    [TestCase("MaxDuration(1e-9)")]
    [TestCase("MaxMetric(\"app.change\", -3)")]
    public Task ANumberThatTheLimitCanBeIsLeftAlone(string attribute) =>
        Verify.Members("PERF1002", $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}", File);

    [Test]
    public Task AConstantIsFollowed() => Verify.Members(
        "PERF1002", "const double Limit = 2 - 3; [Test, {|PERF1002:MaxDuration(Limit)|}] public void Adds() { }", File);

    [TestCase("parsing", "MaxRegression(2)")]
    [TestCase("parsing", "MaxRegression(0)")]
    [TestCase("parsing", "MaxRegression(2, Metric = \"gpu_time\")")]
    [TestCase("drawing", "MaxRegression(Metric = \"throughput\")")]
    public Task ALimitWithinTheToleranceIsReported(string section, string attribute) => Verify.Members(
        "PERF1003", $"[Test, Section(\"{section}\"), {{|PERF1003:{attribute}|}}] public void Adds() {{ }}", File);

    [TestCase("MaxRegression(2.1)")]
    [TestCase("MaxRegression")]
    [TestCase("MaxRegression(0, Metric = \"allocated_bytes\")")]
    [TestCase("MaxRegression(1, Metric = \"app.size\")")]
    public Task ALimitBeyondTheToleranceIsLeftAlone(string attribute) => Verify.Members(
        "PERF1003", $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}", File);

    [TestCase("MinThroughput")]
    [TestCase("MaxCpuMemory")]
    [TestCase("MaxMetric(\"app.work\")")]
    [TestCase("MaxTailRatio(Percentile = 99)")]
    [TestCase("MaxGpuMemory")]
    public Task APromiseWithoutAnyNumberIsReported(string attribute) => Verify.Members(
        "PERF1004", $"[Test, Section(\"parsing\"), {{|PERF1004:{attribute}|}}] public void Adds() {{ }}", File);

    [TestCase("MinThroughput(3)")]
    [TestCase("MaxDuration")]
    [TestCase("MaxTailRatio")]
    [TestCase("MaxGpuMemory(Gigabytes = 2)")]
    [TestCase("MaxMetric(\"app.work\", 3)")]
    [TestCase("MaxMetric(\"app.work\", Key = \"max_load_ms\")")]
    public Task APromiseWithANumberIsLeftAlone(string attribute) => Verify.Members(
        "PERF1004", $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}", File);

    [Test]
    public Task WithoutAFileTheBuiltInDefaultsCount() => Verify.Members(
        "PERF1004", "[Test, MaxDuration, MaxRegression] public void Adds() { } [Test, {|PERF1004:MaxAllocations|}] public void Packs() { }");

    [Test]
    public Task AnAbstractFixtureMayGetItsSectionLater() => Verify.Source(
        "PERF1004", "public abstract class Base { [Test, MinThroughput] public void Adds() { } }", File);

    [Test]
    public Task OfAFileWithProblemsNothingElseIsSaid() => Verify.Members(
        "PERF1004", "[Test, MinThroughput] public void Adds() { }", "parsing:\n  max_time_secnds: 5\n");

    [Test]
    public Task AnUnknownSectionIsReportedWhereItIsNamed() => Verify.Source(
        "PERF1005",
        """
        [TestFixture, {|PERF1005:Section("parsin")|}]
        public class Cart
        {
            [Test, MaxDuration] public void Adds() { }
            [Test, {|PERF1005:Section("nowhere")|}, MaxDuration(3)] public void Packs() { }
            [Test, {|PERF1005:MaxMetric("app.work", Key = "parsng.max_load_ms")|}] public void Works() { }
        }
        """,
        File);

    [Test]
    public Task AKnownSectionIsLeftAlone() => Verify.Members(
        "PERF1005",
        "[Test, Section(\"parsing\"), MaxDuration] public void Adds() { } [Test, MaxMetric(\"a\", Key = \"parsing.max_load_ms\")] public void W() { }",
        File);

    [Test]
    public Task ASectionWithoutAFileIsLeftAlone() => Verify.Members(
        "PERF1005", "[Test, Section(\"mine\"), MaxDuration(3)] public void Adds() { }");

    [TestCase("MaxMetric(\"app.work\", Key = \"parsing.max_laod_ms\")")]
    [TestCase("MaxMetric(\"app.work\", 3, Key = \"max_nothing_ms\")")]
    public Task AnUnknownKeyIsReported(string attribute) => Verify.Members(
        "PERF1006", $"[Test, {{|PERF1006:{attribute}|}}] public void Adds() {{ }}", File);

    [Test]
    public Task AKnownKeyIsLeftAlone() => Verify.Members(
        "PERF1006", "[Test, MinMetric(\"app.hmean\", Key = \"min_hmean_score\")] public void Adds() { }", File);

    [TestCase("MaxDuration")]
    [TestCase("MaxDuration(3)")]
    public Task AKeyOfTwoSectionsIsReported(string attribute) => Verify.Members(
        "PERF1007", $"[Test, {{|PERF1007:{attribute}|}}] public void Adds() {{ }}", File);

    [Test]
    public Task TheSectionOfABaseClassCounts() => Verify.Source(
        "PERF1007",
        "[Section(\"parsing\")] public abstract class Base { } public class Cart : Base { [Test, MaxDuration] public void Adds() { } }",
        File);

    [Test]
    public Task TheSectionOfTheAssemblyCounts() => Verify.Source(
        "PERF1007", "[assembly: Section(\"parsing\")] public class Cart { [Test, MaxDuration] public void Adds() { } }", File);

    [TestCase("MaxMetric(\"app.hmean\", Key = \"drawing.min_hmean_score\")")]
    [TestCase("MinMetric(\"app.work\", 2, Key = \"parsing.max_load_ms\")")]
    [TestCase("MaxMetric(\"app.work\", Key = \"parsing.time_regression_threshold_pct\")")]
    public Task AKeyOfTheOtherDirectionIsReported(string attribute) => Verify.Members(
        "PERF1019", $"[Test, {{|PERF1019:{attribute}|}}] public void Adds() {{ }}", File);

    [Test]
    public Task AKeyOfItsDirectionIsLeftAlone() => Verify.Members(
        "PERF1019", "[Test, MaxMetric(\"app.work\", Key = \"parsing.max_load_ms\")] public void Adds() { }", File);
}
