using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Shouldly;

namespace Perf.Analyzers.Tests.Rules.Thresholds;

/// <summary>What else a build may hand to the compiler, and how.</summary>
[TestFixture]
public sealed class AdditionalFileTests
{
    private const string Path = CompilationOf.ThresholdsPath;
    private const string Source =
        "using NUnit.Framework; using Perf; namespace Shop; public class CartTests { [Test, MaxDuration, MaxRegression(20)] public void Adds() { } }";

    private const string Good = "a:\n  max_time_seconds: 5\n";
    private const string Slip = "a:\n  max_tme_seconds: 5\n";
    private const string Baseline = """{"series":[{"test":"Shop.CartTests.Gone","metric":"time"}]}""";

    [Test]
    public async Task AFileThatIsNamedTwiceIsCheckedOnce() =>
        (await Ids((Path, Slip), (Path, Slip))).ShouldBe(["PERF1101", "PERF2002"]);

    [Test]
    public async Task OfTwoFilesTheFirstByPathCountsWhateverTheOrder()
    {
        string[] one = await Ids(("/repo/a/thresholds.yaml", Good), ("/repo/b/thresholds.yaml", Slip));
        string[] other = await Ids(("/repo/b/thresholds.yaml", Slip), ("/repo/a/thresholds.yaml", Good));
        one.ShouldBe(["PERF1020", "PERF1101"]);
        other.ShouldBe(one);
    }

    [Test]
    public async Task TheNameOfTheFileIsThatOfAnySystem() =>
        (await Ids(("C:/repo/baselines/Thresholds.YAML", Good))).ShouldBe(["PERF1020", "PERF1101"]);

    [TestCase("/repo/baselines/cpu.json", true)]
    [TestCase("/repo/baselines/cpu.schema.json", false)]
    [TestCase("/repo/stylecop.json", false)]
    [TestCase("/repo/other/baselines/cpu.json", true)]
    [TestCase("/repo/baselines/notes.txt", false)]
    public async Task ABaselineIsOneByItsPlace(string path, bool isBaseline)
    {
        string[] found = await Ids((Path, Good), (path, Baseline));
        found.Contains("PERF1102").ShouldBe(isBaseline);
    }

    [Test]
    public async Task ABaselineThatIsNamedTwiceIsReadOnce() =>
        (await Ids((Path, Good), ("/repo/baselines/cpu.json", Baseline), ("/repo/baselines/cpu.json", Baseline)))
            .Count(id => id == "PERF1102").ShouldBe(1);

    [Test]
    public async Task AFileWithProblemsIsAllThatIsTold() =>
        (await Ids((Path, "b:\n  max_tme_seconds: 5\n  max_cpu_memory_pct: 800\n"))).ShouldBe(["PERF1101", "PERF2002", "PERF2005"]);

    [Test]
    public async Task AnEmptyFileIsAFileWithoutNumbers() =>
        (await Ids((Path, ""))).ShouldBe(["PERF1004", "PERF1020", "PERF1101"]);

    private static async Task<string[]> Ids(params (string Path, string Text)[] files)
    {
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(
            CompilationOf.Source(Source), files.Select(file => CompilationOf.AdditionalFile(file.Path, file.Text)));
        return [.. found.Select(one => one.Id).Order(StringComparer.Ordinal)];
    }
}
