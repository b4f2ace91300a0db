using NUnit.Framework;

namespace Perf.Analyzers.Tests.Rules.Usage;

/// <summary>The rules about an attribute's number beside the file's.</summary>
[TestFixture]
public sealed class LiteralRuleTests
{
    private const string File = """
        parsing:
          max_time_seconds: 5
          min_samples_per_second: 50
          max_load_ms: 40
          max_depth_count: 3
        environments:
          cpu:
            parsing: { min_samples_per_second: 5 }

        """;

    [TestCase("MaxDuration(6)")]
    [TestCase("MinThroughput(4)")]
    [TestCase("MaxMetric(\"app.depth\", 4, Key = \"parsing.max_depth_count\")")]
    public Task ANumberThatIsLooserEverywhereIsReported(string attribute) => Verify.Members(
        "PERF1008", $"[Test, {{|PERF1008:{attribute}|}}] public void Adds() {{ }}", File);

    [TestCase("MaxDuration(4)")]
    [TestCase("MaxDuration(5)")]
    [TestCase("MaxDuration")]
    [TestCase("MinThroughput(20)")]
    [TestCase("MaxCpuMemory(99)")]
    [TestCase("MaxMetric(\"app.load\", 400, Key = \"parsing.max_load_ms\")")]
    public Task ANumberThatMayTakeEffectIsLeftAlone(string attribute) => Verify.Members(
        "PERF1008", $"[Test, {attribute}] public void Adds() {{ }}", File);

    [Test]
    public Task BuiltInDefaultsAreNoPolicyToBreak() =>
        Verify.Members("PERF1008", "[Test, MaxDuration(900)] public void Adds() { }");

    [TestCase("MaxDuration(5)")]
    [TestCase("MaxDuration(5.0)")]
    [TestCase("MinThroughput(5)")]
    public Task ANumberThatTheFileHasIsReported(string attribute) => Verify.Members(
        "PERF1009", $"[Test, {{|PERF1009:{attribute}|}}] public void Adds() {{ }}", File);

    [TestCase("MaxDuration(4)")]
    [TestCase("MinThroughput(50)")]
    public Task ANumberThatTightensIsNotRedundant(string attribute) => Verify.Members(
        "PERF1009", $"[Test, {attribute}] public void Adds() {{ }}", File);

    [TestCase("MaxCpuMemory(80)")]
    [TestCase("MaxAllocations(0)")]
    public Task ANumberWithoutAPlaceInTheFileIsReported(string attribute) => Verify.Members(
        "PERF1020", $"[Test, Section(\"parsing\"), {{|PERF1020:{attribute}|}}] public void Adds() {{ }}", File);

    [TestCase("MaxDuration(4)")]
    [TestCase("MaxMetric(\"app.load\", 4)")]
    public Task ANumberWithAPlaceInTheFileOrWithoutAKeyIsLeftAlone(string attribute) => Verify.Members(
        "PERF1020", $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}", File);
}
