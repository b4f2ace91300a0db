using NUnit.Framework;

namespace Perf.Analyzers.Tests.Rules.Usage;

/// <summary>The rules about what stands beside a promise.</summary>
[TestFixture]
public sealed class MethodRuleTests
{
    [Test]
    public Task APromiseAboutNoTestIsReported() =>
        Verify.Members("PERF1001", "[{|PERF1001:MaxDuration(5)|}] public void Adds() { }");

    [TestCase("[Test, MaxDuration(5)] public void Adds() { }")]
    [TestCase("[TestCase(1), MaxDuration(5)] public void Adds(int n) { }")]
    [TestCase("[TestCaseSource(\"X\"), MaxDuration(5)] public void Adds(int n) { } public static int[] X = { 1 };")]
    [TestCase("[Theory, MaxDuration(5)] public void Adds(bool b) { }")]
    [TestCase("[Test] public void Adds() { }")]
    [TestCase("public void Adds() { }")]
    public Task ATestIsOne(string members) => Verify.Members("PERF1001", members);

    [TestCase("MaxDuration(5), {|PERF1010:MaxMetric(\"a\", 1)|}", "MaxMetric(\"a\", 2)")]
    [TestCase("{|PERF1010:MinMetric(\"a\", 3)|}", "MaxMetric(\"a\", 2)")]
    [TestCase("{|PERF1010:MaxRegression(20)|}", "MaxRegression(10)")]
    [TestCase("{|PERF1010:MaxTailRatio(3)|}", "MaxTailRatio(2)")]
    public Task TwoPromisesThatContradictAreReported(string later, string earlier) =>
        Verify.Members("PERF1010", $"[Test, {earlier}, {later}] public void Adds() {{ }}");

    [TestCase("MinMetric(\"a\", 1), MaxMetric(\"a\", 2)")]
    [TestCase("MaxMetric(\"a{s=1}\", 1), MaxMetric(\"a{s=2}\", 2)")]
    [TestCase("MaxRegression(10), MaxRegression(5, Metric = \"allocated_bytes\")")]
    [TestCase("MaxTailRatio(2), MaxTailRatio(3, Percentile = 99)")]
    [TestCase("MaxGpuMemory(80, Gigabytes = 2)")]
    [TestCase("MaxRegression(10), MaxDuration(5)")]
    public Task PromisesThatCanBothBeKeptAreLeftAlone(string attributes) =>
        Verify.Members("PERF1010", $"[Test, {attributes}] public void Adds() {{ }}");

    [Test]
    public Task BoundsFromTheFileContradictToo() => Verify.Members(
        "PERF1010",
        "[Test, MaxMetric(\"a\", Key = \"p.max_a_count\"), {|PERF1010:MinMetric(\"a\", Key = \"p.min_a_count\")|}] public void Adds() { }",
        "p:\n  max_a_count: 2\n  min_a_count: 3\n");

    [TestCase("Retry(3)")]
    [TestCase("Repeat(2)")]
    public Task TryingAgainIsReported(string attribute) =>
        Verify.Members("PERF1011", $"[Test, MaxDuration(5), {{|PERF1011:{attribute}|}}] public void Adds() {{ }}");

    [Test]
    public Task WithoutAPromiseTryingAgainIsLeftAlone() =>
        Verify.Members("PERF1011", "[Test, Retry(3)] public void Adds() { }");

    [TestCase("Parallelizable")]
    [TestCase("Parallelizable(ParallelScope.All)")]
    public Task AskingForParallelRunsIsReported(string attribute) =>
        Verify.Members("PERF1012", $"[Test, MaxDuration(5), {{|PERF1012:{attribute}|}}] public void Adds() {{ }}");

    [TestCase("[Test, MaxDuration(5), Parallelizable(ParallelScope.None)] public void Adds() { }")]
    [TestCase("[Test, MaxDuration(5), NonParallelizable] public void Adds() { }")]
    [TestCase("[Test, Parallelizable] public void Adds() { }")]
    public Task OtherWishesAreLeftAlone(string members) => Verify.Members("PERF1012", members);

    [TestCase("Explicit")]
    [TestCase("Explicit(\" \")")]
    [TestCase("Ignore(\"\")")]
    public Task SkippingWithoutAReasonIsReported(string attribute) =>
        Verify.Members("PERF1013", $"[Test, MaxDuration(5), {{|PERF1013:{attribute}|}}] public void Adds() {{ }}");

    [TestCase("[Test, MaxDuration(5), Explicit(\"takes an hour\")] public void Adds() { }")]
    [TestCase("[Test, MaxDuration(5), Ignore(\"#12\")] public void Adds() { }")]
    [TestCase("[Test, Explicit] public void Adds() { }")]
    public Task AReasonIsEnough(string members) => Verify.Members("PERF1013", members);

    [Test]
    public Task MaxTimeBesideMaxDurationIsReported() =>
        Verify.Members("PERF1014", "[Test, MaxDuration(5), {|PERF1014:MaxTime(100)|}] public void Adds() { }");

    [TestCase("[Test, MaxTime(100)] public void Adds() { }")]
    [TestCase("[Test, MaxTime(100), MaxAllocations(0)] public void Adds() { }")]
    public Task MaxTimeElsewhereIsLeftAlone(string members) => Verify.Members("PERF1014", members);

    [Test]
    public Task APromiseBeforeAHookIsReported() => Verify.Source(
        "PERF1015",
        """
        public sealed class LogAttribute : ExecutionHookAttribute { }
        public class Cart
        {
            [Test, {|PERF1015:MaxDuration(5)|}, Log] public void Adds() { }
            [Test, {|PERF1015:MaxDuration(5)|}, Log, MaxAllocations(0)] public void Packs() { }
            [Test, Log, MaxDuration(5)] public void Right() { }
            [Test, Log] public void Other() { }
        }
        """);

    [Test]
    public Task ABodyThatNobodyWaitsForIsReported() =>
        Verify.Members("PERF1017", "[Test, MaxDuration(5)] public async void {|PERF1017:Adds|}() { await Task.Yield(); }");

    [Test]
    public Task ATaskIsWaitedFor() =>
        Verify.Members("PERF1017", "[Test, MaxDuration(5)] public async Task Adds() { await Task.Yield(); }");

    [TestCase("{|PERF1018:new Random()|}.Next()")]
    [TestCase("{|PERF1018:Random.Shared|}.Next()")]
    [TestCase("{|PERF1018:DateTime.UtcNow|}.GetHashCode()")]
    [TestCase("{|PERF1018:DateTimeOffset.Now|}.GetHashCode()")]
    [TestCase("{|PERF1018:Environment.TickCount64|}.GetHashCode()")]
    public Task WorkThatIsAnotherInEveryRunIsReported(string work) =>
        Verify.Members("PERF1018", $"[Test, MaxDuration(5)] public void Adds() => {work};");

    [TestCase("[Test, MaxDuration(5)] public void Adds() => new Random(7).Next();")]
    [TestCase("[Test] public void Adds() => new Random().Next();")]
    [TestCase("[Test, MaxDuration(5)] public void Adds() => Now.ToString(); private int Now => 3;")]
    [TestCase("[Test, MaxDuration(5)] public void Adds() { Random r = new(7); object o = new(); }")]
    public Task SteadyWorkIsLeftAlone(string members) => Verify.Members("PERF1018", members);

    [Test]
    public Task ChanceBehindATargetTypeIsReported() =>
        Verify.Members("PERF1018", "[Test, MaxDuration(5)] public void Adds() { Random r = {|PERF1018:new()|}; }");

    [Test]
    public Task ASectionWithoutAPromiseIsReported() => Verify.Source(
        "PERF1016",
        """
        [{|PERF1016:Section("a")|}] public class Cart { [Test] public void Adds() { } }
        public class Till { [Test, {|PERF1016:Section("a")|}] public void Adds() { } }
        [Section("a")] public class Other { [Test, MaxDuration(5)] public void Adds() { } }
        """);

    [Test]
    public Task ASectionOfTheAssemblyWithoutAPromiseIsReported() =>
        Verify.Source("PERF1016", "[assembly: {|PERF1016:Section(\"a\")|}]");

    [Test]
    public Task ASectionOverAPromiseIsLeftAlone() => Verify.Source(
        "PERF1016",
        """
        [Section("a")] public class Cart { [Test, MaxDuration(5)] public void Adds() { } }
        [Section("b")] public class Derived : Cart { }
        [Section("c")] public class Base { }
        public class Fixture : Base { [Test, MaxDuration(5)] public void Adds() { } }
        [Section("d")] public abstract class Elsewhere { }
        [Section("e")] public partial class Half { }
        public partial class Half { [Test, MaxDuration(5)] public void Adds() { } }
        [Section("f")] public class Generic<T> { [Test, MaxDuration(5)] public void Adds() { } }
        """);
}
