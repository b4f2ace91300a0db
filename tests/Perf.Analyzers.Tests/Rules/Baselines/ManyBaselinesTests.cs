using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Shouldly;

namespace Perf.Analyzers.Tests.Rules.Baselines;

/// <summary>Baselines of several environments and builds beside each other.</summary>
[TestFixture]
public sealed class ManyBaselinesTests
{
    private const string Usings = "using NUnit.Framework; using Perf;\n";

    private const string SourceOfTwoBuilds = """
        namespace Shop;
        public class CartTests
        {
        #if CUDA
            [Test, MaxRegression(5)] public void AddsOnTheDevice() { }
        #endif
            [Test, MaxRegression(5)] public void Adds() { }
        }
        """;

    [Test]
    public async Task ARenamedTestIsFoundInEachBaseline()
    {
        IReadOnlyList<Diagnostic> found = await Orphans(
            "namespace Shop; public class CartTests { [Test, MaxRegression(5)] public void AddsUp() { } }",
            ("cpu", "Shop.CartTests.Adds"),
            ("gpu", "Shop.CartTests.Adds"));

        found.Select(one => one.Location.SourceTree?.FilePath).ShouldBe(["Test0.cs", "Test0.cs"]);
        found.Select(one => one.AdditionalLocations[0].GetLineSpan().Path).Order()
            .ShouldBe(["/repo/baselines/cpu.json", "/repo/baselines/gpu.json"]);
    }

    [Test]
    public async Task ABaselineThatWasLeftBehindIsStillFound()
    {
        IReadOnlyList<Diagnostic> found = await Orphans(
            "namespace Shop; public class CartTests { [Test, MaxRegression(5)] public void AddsUp() { } }",
            ("cpu", "Shop.CartTests.AddsUp"),
            ("gpu", "Shop.CartTests.Adds"));

        Diagnostic orphan = found.ShouldHaveSingleItem();
        orphan.Location.SourceTree.ShouldNotBeNull();
        orphan.AdditionalLocations[0].GetLineSpan().Path.ShouldBe("/repo/baselines/gpu.json");
    }

    [Test]
    public async Task ATestOfAnotherBuildOfTheSameSourceIsLeftAlone() =>
        (await Orphans(
            SourceOfTwoBuilds,
            ("cpu", "Shop.CartTests.Adds"),
            ("gpu", "Shop.CartTests.AddsOnTheDevice"))).ShouldBeEmpty();

    [Test]
    public async Task ATestThatAnotherBuildDoesNotHaveEitherIsReported() =>
        (await Orphans(
            SourceOfTwoBuilds,
            ("cpu", "Shop.CartTests.Adds"),
            ("gpu", "Shop.CartTests.OnTheDevice"))).ShouldHaveSingleItem()
            .GetMessage(CultureInfo.InvariantCulture).ShouldContain("Shop.CartTests.OnTheDevice");

    [Test]
    public async Task TwoEntriesOfOneTestAreOneFinding() =>
        (await Orphans(
            "namespace Shop; public class CartTests { [TestCase(1), MaxRegression(5)] public void AddsUp(int n) { } }",
            ("cpu", "Shop.CartTests.Adds(1)"),
            ("cpu", "Shop.CartTests.Adds(\\\"x).y\\\")"))).ShouldHaveSingleItem();

    private static async Task<IReadOnlyList<Diagnostic>> Orphans(string source, params (string Environment, string Test)[] entries)
    {
        CSharpCompilation compilation = CompilationOf.Source(Usings + source);
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(
            compilation,
            entries.GroupBy(entry => entry.Environment).Select(baseline => CompilationOf.AdditionalFile(
                $"/repo/baselines/{baseline.Key}.json",
                "{\"series\":[" + string.Join(',', baseline.Select(entry => $$"""{"test":"{{entry.Test}}","metric":"time"}""")) + "]}")));
        return [.. found.Where(one => one.Id == "PERF1102")];
    }
}
