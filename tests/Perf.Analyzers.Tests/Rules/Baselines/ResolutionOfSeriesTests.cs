using System.Globalization;
using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Shouldly;
using static Perf.Analyzers.Tests.Rules.Baselines.CoarseBaseline;

namespace Perf.Analyzers.Tests.Rules.Baselines;

/// <summary>How a series says what can be told against it, and what is no such thing.</summary>
[TestFixture]
public sealed class ResolutionOfSeriesTests
{
    [TestCase("[{}]", " (1 launch)")]
    [TestCase("[{\"values\":[1,2]},[[3]]]", " (2 launches)")]
    [TestCase("[]", "")]
    [TestCase("7", "")]
    public async Task LaunchesAreCounted(string launches, string counted) =>
        (await Findings(
            "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }", Limits, ("cpu", Series("6.2", launches: launches))))
            .ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture)
            .ShouldContain($" its baseline in cpu.json{counted} tells ");

    [TestCase("null")]
    [TestCase("NaN")]
    [TestCase("\"NaN\"")]
    [TestCase("\"6.2\"")]
    [TestCase("-6.2")]
    [TestCase("Infinity")]
    [TestCase("1e999")]
    [TestCase("6.2.1")]
    [TestCase("6-2")]
    [TestCase("true")]
    [TestCase("[6.2]")]
    [TestCase("{\"of\":6.2}")]
    [TestCase("2026-11-20")]
    public async Task WhatIsNoSuchNumberIsIgnoredAndTheNextSeriesRead(string resolution)
    {
        Diagnostic finding = (await Findings(
            "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { } [Test, Section(\"parsing\"), MaxRegression] public void Packs() { }",
            Limits,
            ("cpu", $"{Series(resolution)},{Series("6.2", test: "Packs")}"))).ShouldHaveSingleItem();
        finding.GetMessage(CultureInfo.InvariantCulture).ShouldStartWith("'CartTests.Packs' promises");
    }

    [TestCase("")]
    [TestCase("\"resolution\":6.2,")]
    [TestCase("\"resolutionPercent\":6.2,\"resolutionPercent\":null,")]
    [TestCase("\"machine\":{\"resolutionPercent\":6.2},")]
    public Task ASeriesWithoutTheFieldIsLeftAlone(string fields) => Verify.Members(
        Id,
        "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }",
        Limits,
        Baseline($$"""{"test":"Shop.CartTests.Adds",{{fields}}"metric":"time","launches":[]}"""));

    [TestCase("\"resolutionPercent\":")]
    [TestCase("\"resolutionPercent\":,\"metric\":\"time\"}]}")]
    [TestCase("\"resolutionPercent\"")]
    [TestCase("\"resolutionPercent\":6.2")]
    [TestCase("\"metric\":\"time\",\"resolutionPercent\":6.2,\"launches\":[{")]
    [TestCase("\"metric\":\"time\",\"resolutionPercent\":6.2,\"launches\":[1")]
    public Task ATextThatEndsTooEarlyIsTheRunsToReport(string rest) => Verify.Members(
        Id,
        "[Test, Section(\"parsing\"), MaxRegression] public void Adds() { }",
        Limits,
        """{"series":[{"test":"Shop.CartTests.Adds",""" + rest);
}
