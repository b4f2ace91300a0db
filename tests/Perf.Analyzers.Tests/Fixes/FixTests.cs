using NUnit.Framework;
using Perf.Analyzers.CodeFixes;

namespace Perf.Analyzers.Tests.Fixes;

[TestFixture]
public sealed class FixTests
{
    private const string File = "# policy\nparsing: # hot\n  max_time_seconds: 5 # why\n  max_load_ms: 40\n";

    [Test]
    public Task TheNearestSectionIsUsed() => Verify.Fix<UnknownNameFix>(
        "PERF1005",
        ("[Test, {|PERF1005:Section(\"parsng\")|}, MaxDuration] public void Adds() { }\n[Test, {|PERF1005:MaxMetric(\"x\", Key = \"parsin.max_load_ms\")|}] public void X() { }",
            "[Test, Section(\"parsing\"), MaxDuration] public void Adds() { }\n[Test, MaxMetric(\"x\", Key = \"parsing.max_load_ms\")] public void X() { }"),
        (File, File));

    [Test]
    public Task TheNearestKeyIsUsed() => Verify.Fix<UnknownNameFix>(
        "PERF1006",
        ("[Test, {|PERF1006:MaxMetric(\"x\", Key = \"parsing.max_laod_ms\")|}] public void X() { }\n[Test, {|PERF1006:MaxMetric(\"y\", 3, Key = \"max_lod_ms\")|}] public void Y() { }",
            "[Test, MaxMetric(\"x\", Key = \"parsing.max_load_ms\")] public void X() { }\n[Test, MaxMetric(\"y\", 3, Key = \"max_load_ms\")] public void Y() { }"),
        (File, File));

    [Test]
    public Task AKeyWithoutANearOneIsAdded() => Verify.Fix<UnknownNameFix>(
        "PERF1006",
        ("[Test, {|PERF1006:MaxMetric(\"x\", 7, Key = \"parsing.max_depth_count\")|}] public void X() { }",
            "[Test, MaxMetric(\"x\", 7, Key = \"parsing.max_depth_count\")] public void X() { }"),
        (File, File + "  max_depth_count: 7\n"));

    [Test]
    public Task MissingKeysAreAddedToTheFile() => Verify.Fix<MissingKeyFix>(
        "PERF1004",
        ("[Test, Section(\"parsing\"), {|PERF1004:MinThroughput|}] public void Adds() { }\n[Test, {|PERF1004:MaxCpuMemory|}] public void X() { }",
            "[Test, Section(\"parsing\"), MinThroughput] public void Adds() { }\n[Test, MaxCpuMemory] public void X() { }"),
        (File, File + "  min_samples_per_second: 50\n\ncart:\n  max_cpu_memory_pct: 80\n"));

    [Test]
    public Task TheSectionIsNamedOnce() => Verify.Fix<AmbiguousSectionFix>(
        "PERF1007",
        ("[Test]\n[{|PERF1007:MaxDuration|}, {|PERF1007:MinThroughput|}]\npublic void Adds() { }",
            "[Test]\n[MaxDuration, MinThroughput, Section(\"b\")]\npublic void Adds() { }"),
        ("a: { max_time_seconds: 5, min_samples_per_second: 3 }\nb: { max_time_seconds: 6, min_samples_per_second: 3 }\n",
            "a: { max_time_seconds: 5, min_samples_per_second: 3 }\nb: { max_time_seconds: 6, min_samples_per_second: 3 }\n"),
        action: 1,
        allKey: "section b");

    [Test]
    public Task ALooserNumberIsTightened() => Verify.Fix<LooserNumberFix>(
        "PERF1008",
        ("[Test, {|PERF1008:MaxDuration(60.5)|}] public void Adds() { }\n[Test, {|PERF1008:MaxGpuMemory(Gigabytes = 20)|}] public void G() { }",
            "[Test, MaxDuration(5)] public void Adds() { }\n[Test, MaxGpuMemory(Gigabytes = 8)] public void G() { }"),
        (File + "  max_gpu_memory_gb: 8\n", File + "  max_gpu_memory_gb: 8\n"));

    [Test]
    public Task ALooserNumberIsMovedIntoTheFile() => Verify.Fix<LooserNumberFix>(
        "PERF1008",
        ("[Test, {|PERF1008:MaxDuration(60)|}] public void Adds() { }", "[Test, MaxDuration] public void Adds() { }"),
        (File, File.Replace("max_time_seconds: 5 #", "max_time_seconds: 60 #")),
        action: 1,
        allKey: "move");

    [Test]
    public Task ARedundantNumberIsDropped() => Verify.Fix<RedundantNumberFix>(
        "PERF1009",
        ("[Test, {|PERF1009:MaxDuration(5)|}] public void Adds() { }\n[Test, {|PERF1009:MaxMetric(\"x\", 2, Key = \"parsing.max_x_count\")|}] public void X() { }\n[Test, {|PERF1009:MaxDuration(seconds: 5, Instrument = \"x\")|}] public void Z() { }",
            "[Test, MaxDuration] public void Adds() { }\n[Test, MaxMetric(\"x\", Key = \"parsing.max_x_count\")] public void X() { }\n[Test, MaxDuration(Instrument = \"x\")] public void Z() { }"),
        (File + "  max_x_count: 2\n", File + "  max_x_count: 2\n"));

    [Test]
    public Task TryingAgainIsRemoved() => Verify.Fix<RetryFix>(
        "PERF1011",
        ("[Test, MaxDuration(5), {|PERF1011:Retry(3)|}]\npublic void Adds() { }\n\n[Test, MaxDuration(5)]\n    [{|PERF1011:Repeat(2)|}]\npublic void X() { }\n[{|PERF1011:Retry(2)|}, Test, MaxDuration(5)] public void Y() { }",
            "[Test, MaxDuration(5)]\npublic void Adds() { }\n\n[Test, MaxDuration(5)]\npublic void X() { }\n[Test, MaxDuration(5)] public void Y() { }"));

    [Test]
    public Task NumbersAreMovedIntoTheFile() => Verify.Fix<NumberOnlyInCodeFix>(
        "PERF1020",
        ("[Test, Section(\"parsing\"), {|PERF1020:MaxAllocations(1024)|}] public void Adds() { }\n[Test, Section(\"parsing\"), {|PERF1020:MinThroughput(2.5)|}] public void X() { }",
            "[Test, Section(\"parsing\"), MaxAllocations] public void Adds() { }\n[Test, Section(\"parsing\"), MinThroughput] public void X() { }"),
        (File, File + "  max_allocated_bytes: 1024\n  min_samples_per_second: 2.5\n"));

    [Test]
    public Task EveryEntryOfARenamedTestIsRenamed() => Verify.Fix<RenamedTestFix>(
        "PERF1102",
        ("[TestCase(1), MaxRegression] public void {|PERF1102:AddsUp|}(int n) { }", "[TestCase(1), MaxRegression] public void AddsUp(int n) { }"),
        baseline: (
            "{\"series\": [\r\n  {\"test\":\"Shop.CartTests.Adds(1)\",\"metric\":\"time\"},\r\n  {\"test\":\"Shop.CartTests.Adds(2)\",\"metric\":\"time\"}\r\n]}",
            "{\"series\": [\r\n  {\"test\":\"Shop.CartTests.AddsUp(1)\",\"metric\":\"time\"},\r\n  {\"test\":\"Shop.CartTests.AddsUp(2)\",\"metric\":\"time\"}\r\n]}"));
}
