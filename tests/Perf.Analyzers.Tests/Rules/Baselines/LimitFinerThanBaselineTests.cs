using System.Globalization;
using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Shouldly;
using static Perf.Analyzers.Tests.Rules.Baselines.CoarseBaseline;

namespace Perf.Analyzers.Tests.Rules.Baselines;

/// <summary>Limits beside what five launches against their baseline can tell.</summary>
[TestFixture]
public sealed class LimitFinerThanBaselineTests
{
    [TestCase("MaxRegression")]
    [TestCase("MaxRegression(3)")]
    [TestCase("MaxRegression(8)")]
    [TestCase("MaxRegression(Metric = \"time\")")]
    public Task ALimitThatTheBaselineCannotTellIsReported(string attribute) => Verify.Members(
        Id, $"[Test, Section(\"parsing\"), {{|PERF1103:{attribute}|}}] public void Adds() {{ }}", Limits, Baseline(Series("6.2")));

    // 20 − 2 + 12 is half as much again as the limit, 3 − 2 + 4 the limit and the tolerance: neither is too much.
    [TestCase("MaxRegression", "12", false)]
    [TestCase("MaxRegression", "12.1", true)]
    [TestCase("MaxRegression(3)", "4", false)]
    [TestCase("MaxRegression(3)", "4.1", true)]
    [TestCase("MaxRegression(3)", "0", false)]
    [TestCase("MaxRegression(3)", "1e2", true)]
    public async Task ItIsReportedBeyondHalfOfTheLimitAndBeyondTheTolerance(string attribute, string resolution, bool isReported)
    {
        IReadOnlyList<Diagnostic> found = await Findings(
            $"[Test, Section(\"drawing\"), {attribute}] public void Adds() {{ }}", Limits, ("cpu", Series(resolution)));
        found.Count.ShouldBe(isReported ? 1 : 0);
    }

    [TestCase("MaxRegression", "'CartTests.Adds' promises at most 3 % more time, but its baseline in cpu.json (5 launches) tells 7.2 % at best: allow more, or record it on a quieter machine")]
    [TestCase("MaxRegression(2.5)", "'CartTests.Adds' promises at most 2.5 % more time, but its baseline in cpu.json (5 launches) tells 6.7 % at best: allow more, or record it on a quieter machine")]
    [TestCase("MaxRegression(50)", "'CartTests.Adds' promises at most 3 % more time, but its baseline in cpu.json (5 launches) tells 7.2 % at best: allow more, or record it on a quieter machine")]
    public async Task TheMessageSaysTheStricterLimitAndWhatIsTold(string attribute, string message)
    {
        Diagnostic finding = (await Findings(
            $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}", Limits, ("cpu", Series("6.2"))))
            .ShouldHaveSingleItem();
        finding.GetMessage(CultureInfo.InvariantCulture).ShouldBe(message);
        finding.Severity.ShouldBe(DiagnosticSeverity.Warning);
        finding.AdditionalLocations.ShouldHaveSingleItem().GetLineSpan().Path.ShouldBe("/repo/baselines/cpu.json");
    }

    [Test]
    public async Task TheOverlayOfTheEnvironmentCounts()
    {
        const string WithOverlay = Limits + """
            environments:
              gpu:
                drawing: { time_regression_threshold_pct: 3 }

            """;
        Diagnostic finding = (await Findings(
            "[Test, Section(\"drawing\"), MaxRegression] public void Adds() { }",
            WithOverlay,
            ("cpu", Series("6.2")),
            ("gpu", Series("6.2")))).ShouldHaveSingleItem();
        finding.GetMessage(CultureInfo.InvariantCulture).ShouldContain("at most 3 % more time, but its baseline in gpu.json");
    }

    [TestCase("tolerance: { measurement_noise_pct: 2 }", true)]
    [TestCase("tolerance: { measurement_noise_pct: 2.5 }", false)]
    [TestCase("tolerance: { measurement_noise_pct: 2 }\nenvironments: { cpu: { tolerance: { measurement_noise_pct: 2.5 } } }", false)]
    [TestCase("tolerance: { measurement_noise_pct: 2 }\nenvironments: { gpu: { tolerance: { measurement_noise_pct: 2.5 } } }", true)]
    public async Task TheToleranceIsThatOfTheFile(string tolerance, bool isReported)
    {
        IReadOnlyList<Diagnostic> found = await Findings(
            "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }", $"{Limits}{tolerance}\n", ("cpu", Series("4.5")));
        found.Count.ShouldBe(isReported ? 1 : 0);
    }

    [Test]
    public Task WithoutAFileTheBuiltInDefaultsCount() => Verify.Members(
        Id,
        "[Test, {|PERF1103:MaxRegression|}] public void Adds() { } [Test, MaxRegression] public void Packs() { }",
        baseline: Baseline(Series("7.1"), Series("7", test: "Packs")));

    [Test]
    public async Task OnlyTheEnvironmentThatIsTooCoarseIsNamed()
    {
        Diagnostic finding = (await Findings(
            "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }",
            Limits,
            ("cpu", Series("2.5")),
            ("gpu", Series("9")))).ShouldHaveSingleItem();
        finding.GetMessage(CultureInfo.InvariantCulture).ShouldContain("gpu.json (5 launches) tells 10 % at best");
    }

    [Test]
    public async Task EachEnvironmentThatIsTooCoarseIsNamed() =>
        (await Findings(
            "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }",
            Limits,
            ("cpu", Series("9")),
            ("gpu", Series("9")))).Count.ShouldBe(2);

    [Test]
    public async Task OfSeveralCasesTheCoarsestIsNamed() =>
        (await Findings(
            "[TestCase(1), TestCase(2), TestCase(3), Section(\"parsing\"), MaxRegression] public void Adds(int n) { }",
            Limits,
            ("cpu", $"{Series("6", test: "Adds(1)")},{Series("7", test: "Adds(2)")},{Series("2", test: "Adds(3)")}")))
            .ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture).ShouldStartWith("'CartTests.Adds(2)' promises");

    [TestCase("MaxRegression(Metric = \"throughput\")", "throughput", "less throughput")]
    [TestCase("MaxRegression(Metric = \"app.work\")", "app.work", "more app.work")]
    [TestCase("MaxRegression(Metric = \"app.work\", HigherIsBetter = true)", "app.work", "less app.work")]
    public async Task AnotherMetricIsHeldAgainstItsOwnSeries(string attribute, string metric, string wrong)
    {
        string members = $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}";
        (await Findings(members, Limits, ("cpu", Series("6.2", metric)))).ShouldHaveSingleItem()
            .GetMessage(CultureInfo.InvariantCulture).ShouldContain($"at most 3 % {wrong}, but");
        (await Findings(members, Limits, ("cpu", Series("6.2")))).ShouldBeEmpty();
    }

    [TestCase("throughput")]
    [TestCase("Time")]
    public Task ASeriesOfAnotherMetricIsLeftAlone(string metric) => Verify.Members(
        Id, "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }", Limits, Baseline(Series("6.2", metric)));

    [Test]
    public Task ASeriesOfAnotherTestIsLeftAlone() => Verify.Members(
        Id, "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }", Limits, Baseline(Series("6.2", test: "AddsUp")));

    [TestCase("MaxRegression(Metric = \"allocated_bytes\")")]
    [TestCase("MaxRegression(0, Metric = \"allocated_bytes\")")]
    [TestCase("MaxAllocations(3)")]
    public Task AnExactMetricIsLeftAlone(string attribute) => Verify.Members(
        Id,
        $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}",
        Limits,
        Baseline(Series("6.2", "allocated_bytes")));

    [TestCase("MaxDuration(3)")]
    [TestCase("MaxMetric(\"time\", 3)")]
    public Task AnAbsoluteLimitIsLeftAlone(string attribute) => Verify.Members(
        Id, $"[Test, Section(\"parsing\"), {attribute}] public void Adds() {{ }}", Limits, Baseline(Series("6.2")));

    [TestCase("[Test, MaxRegression]", Limits)]
    [TestCase("[Test, Section(\"pasing\"), MaxRegression(3)]", Limits)]
    [TestCase("[Test, Section(\"parsing\"), MaxRegression(2)]", Limits)]
    [TestCase("[Test, Section(\"parsing\"), MaxRegression(-1)]", Limits)]
    [TestCase("[Test, Section(\"parsing\"), MaxRegression]", "parsing:\n  max_time_seconds: 5\n")]
    [TestCase("[Test, Section(\"parsing\"), MaxRegression(3)]", "parsing:\n  max_tme_seconds: 5\n")]
    public Task WhatAnotherRuleRefusesIsLeftToIt(string attributes, string thresholds) => Verify.Members(
        Id, $"{attributes} public void Adds() {{ }}", thresholds, Baseline(Series("6.2")));

    [Test]
    public Task AFixtureWhoseSectionADerivedOneChangesIsLeftAlone() => Verify.Source(
        Id,
        """
        namespace Shop
        {
            [Section("parsing")] public class CartTests { [Test, MaxRegression] public void Adds() { } }
            [Section("drawing")] public class DerivedTests : CartTests { }
        }
        """,
        Limits,
        Baseline(Series("6.2")));

    [Test]
    public Task ATestWithoutANamespaceIsFound() => Verify.Source(
        Id,
        "[Section(\"parsing\")] public class Global { [Test, {|PERF1103:MaxRegression|}] public void Adds() { } }",
        Limits,
        Baseline(Series("6.2").Replace("Shop.CartTests", "Global", StringComparison.Ordinal)));

    [Test]
    public Task TestsWhoseCasesOnlyTheRunKnowsAreFoundByTheirEntries() => Verify.Members(
        Id,
        """
        public static int[] Sizes => [1, 2];
        [TestCaseSource(nameof(Sizes)), Section("parsing"), {|PERF1103:MaxRegression|}] public void Adds(int n) { }
        """,
        Limits,
        Baseline(Series("6.2", test: "Adds(2)")));

    [TestCase("#pragma warning disable PERF1103\n", "")]
    [TestCase("", "System.Diagnostics.CodeAnalysis.SuppressMessage(\"Perf.Baselines\", \"PERF1103\"), ")]
    public Task ItCanBeSuppressedWhereItIsReported(string before, string attribute) => Verify.Members(
        Id, $"{before}[{attribute}Test, Section(\"parsing\"), MaxRegression] public void Adds() {{ }}", Limits, Baseline(Series("6.2")));
}
