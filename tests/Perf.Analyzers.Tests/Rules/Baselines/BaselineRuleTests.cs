using NUnit.Framework;
using Perf.Analyzers.Model;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Analyzers.Tests.Rules.Baselines;

[TestFixture]
public sealed class BaselineRuleTests
{
    private const string Test = "[Test, MaxRegression] public void Adds() { }";

    [Test]
    public Task ARegressionWithoutAnEntryIsReported() =>
        Verify.Members("PERF1101", "[Test, {|PERF1101:MaxRegression|}] public void Adds() { }", baseline: Baseline("Shop.CartTests.Packs"));

    [Test]
    public Task WithoutAnyBaselineItIsReportedToo() =>
        Verify.Members("PERF1101", "[Test, {|PERF1101:MaxRegression|}] public void Adds() { }");

    [TestCase("Shop.CartTests.Adds")]
    [TestCase("Shop.CartTests.Adds(1,\\\"x).y\\\")")]
    [TestCase("Shop.CartTests(3.5).Adds")]
    [TestCase("Shop.CartTests<Int32>.Adds")]
    public Task ARegressionWithAnEntryIsLeftAlone(string name) =>
        Verify.Members("PERF1101", Test, baseline: Baseline(name));

    [Test]
    public Task TheOriginalShapeHasANumberForEveryTest() =>
        Verify.Members("PERF1101", Test, baseline: """{"analysis":{"validation_time":{"total_seconds":1}}}""");

    [TestCase("[Test, MaxDuration(5)] public void Adds() { }")]
    [TestCase("[TestCase(1, TestName = \"One\"), MaxRegression] public void Adds(int n) { }")]
    public Task WhatNeedsNoEntryOrHasANameOfItsOwnIsLeftAlone(string members) => Verify.Members("PERF1101", members);

    [Test]
    public Task AnEntryOfARenamedTestIsReportedOnTheTestThatItBecame() => Verify.Members(
        "PERF1102", "[Test, MaxRegression] public void {|PERF1102:AddsUp|}() { }", baseline: Baseline("Shop.CartTests.Adds"));

    [Test]
    public Task AnEntryOfARenamedClassIsReportedOnTheTestThatItBecame() => Verify.Members(
        "PERF1102", "[Test, MaxRegression] public void {|PERF1102:Adds|}() { }", baseline: Baseline("Shop.BasketTests.Adds"));

    [Test]
    public Task AnEntryWithoutALikelyTestIsReportedInTheBaseline() => Verify.Members(
        "PERF1102",
        Test,
        baseline: Baseline("Shop.CartTests.Adds", "{|PERF1102:Shop.CartTests.Vanished|}"));

    [TestCase("Elsewhere.CartTests.Vanished")]
    [TestCase("Shop.CartTests.Adds")]
    public Task AnEntryOfAnotherProjectOrOfATestIsLeftAlone(string name) =>
        Verify.Members("PERF1102", Test, baseline: Baseline(name));

    [Test]
    public Task AnInheritedTestIsOne() => Verify.Source(
        "PERF1102",
        "namespace Shop { public abstract class Base { [Test, MaxRegression] public void Adds() { } } public class CartTests : Base { } }",
        baseline: Baseline("Shop.CartTests.Adds"));

    [Test]
    public Task ANestedFixtureIsFound() => Verify.Source(
        "PERF1102",
        "namespace Shop { public class Outer { public class Inner<T> { [Test, MaxRegression] public void Adds() { } } } }",
        baseline: Baseline("Shop.Outer+Inner<Int32>.Adds"));

    [TestCase("{")]
    [TestCase("")]
    [TestCase("[1, 2]")]
    [TestCase("{\"series\": 3}")]
    [TestCase("{\"series\": [{\"test\": 3, \"metric\": \"time\"}]}")]
    public Task ABrokenBaselineIsTheRunsToReport(string text) => Verify.Members("PERF1102", Test, baseline: text);

    [TestCase("A.B.C", "A.B.C")]
    [TestCase("A.B(1,\"x.(\\\"y\").C(\"z)\", 'q')", "A.B.C")]
    [TestCase("A.B<List<Int32>>.C<T>(null)", "A.B.C")]
    [TestCase("A.B)", "A.B")]
    [TestCase("", "")]
    public void ANameIsReadWithoutArguments(string name, string expected) =>
        PlainTestName.Of(name).ShouldBe(expected);

    [Test]
    public void EscapesAreReadAndPlacesKept()
    {
        string text = """{"machine": {"a": [1, {"b": null}]}, "series": [{"metric":"time", "launches":[[1e3]], "test":"A.\u0042(\"x\")"}]} rest""";
        BaselineEntry entry = BaselineEntries.Read(text).Entries.ShouldHaveSingleItem();
        entry.Test.ShouldBe("A.B(\"x\")");
        text.Substring(entry.TestStart, entry.TestLength).ShouldBe("A.\\u0042(\\\"x\\\")");
    }

    private static string Baseline(params string[] tests) =>
        "{\n  \"schemaVersion\": 1,\n  \"series\": [\n    "
        + string.Join(",\n    ", tests.Select(test => $"{{\"test\":\"{test}\",\"metric\":\"time\",\"unit\":\"s\",\"launches\":[]}}"))
        + "\n  ]\n}\n";
}
