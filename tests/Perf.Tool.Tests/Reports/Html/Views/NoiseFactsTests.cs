using NUnit.Framework;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Views;

[TestFixture]
public sealed class NoiseFactsTests
{
    [Test]
    public void ADuetTellsTheThreeLevelsOfNoise()
    {
        IReadOnlyList<FactView> facts = NoiseFacts.Of(MadeUpRuns.Regressed());

        facts.ShouldContain(new FactView("Pairs of one round differ by", "5.1 %"));
        facts.ShouldContain(new FactView("Rounds of one process differ by", "1.9 %"));
        facts.ShouldContain(new FactView("Processes differ by", "0.9 %"));
        facts.ShouldContain(new FactView("Smallest change that this run could tell", "12.6 %"));
    }

    [Test]
    public void AComparisonWithAFileTellsOfControlAndSentinel()
    {
        IReadOnlyList<FactView> facts = NoiseFacts.Of(MadeUpRuns.AgainstFile("A", "B"));

        facts.Single(fact => fact.Name.StartsWith("Control", StringComparison.Ordinal)).Value.ShouldStartWith("Gemm, took ×1.00");
        facts.ShouldContain(new FactView("Calls that somebody else disturbed", "18 %"));
        facts.ShouldContain(new FactView("Samples set aside because they say nothing", "17 %"));
    }

    [Test]
    public void WhatWasNotMeasuredHasNoNoise() => NoiseFacts.Of(MadeUpRuns.NotComparable("X")).ShouldBeEmpty();
}
