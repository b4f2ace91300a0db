using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Reports.GitHub;
using Shouldly;

namespace Perf.Tool.Tests.Reports.GitHub;

[TestFixture]
public sealed class AnnotationsTests
{
    [Test]
    public void ABrokenPromiseIsAnErrorOnTheLineOfItsAttribute()
    {
        string line = Of(JudgedRuns.Test("Parses", JudgedRuns.Slower)).ShouldHaveSingleItem();

        line.ShouldStartWith("::error file=tests/App/ParsingTests.cs,line=12,title=Parsing time regression%3A +20.0 %25 (allowed +10 %25)::Parsing time regression");
        line.ShouldContain("%0A  Baseline:    12.5 ms");
        line.ShouldContain("%0A  Reproduce:   dotnet test tests/App");
    }

    [Test]
    public void WhatIsNotRedIsNoError()
    {
        string[] lines = [.. Of(
            JudgedRuns.Test("A", JudgedRuns.Kept), JudgedRuns.Test("B", JudgedRuns.Undecided), JudgedRuns.Test("C", JudgedRuns.NotCompared),
            JudgedRuns.Test("D", JudgedRuns.Faster), JudgedRuns.Test("E", JudgedRuns.HeldAgainst))];

        lines.Select(line => line.Split(' ')[0]).ShouldBe(["::error", "::warning", "::notice", "::notice"]);
        lines[0].ShouldContain("Parsing time could not be judged::ParsingTests.E, [MaxRegression(10)]: NotComparable: no baseline");
        lines[1].ShouldContain("Parsing time is inconclusive::ParsingTests.B, [MaxRegression(10)]: Inconclusive: too close to the limit");
        lines[3].ShouldContain("Parsing time improved::ParsingTests.D: 12.5 ms → 10 ms (×0.800); to hold it: dotnet perf baseline accept");
    }

    [Test]
    public void ATestThatCouldNotBeMeasuredIsAnErrorWhereItsPromisesStand() =>
        Of(JudgedRuns.Test("A", JudgedRuns.Kept) with { Error = "the worker died" }).ShouldHaveSingleItem()
            .ShouldBe("::error file=tests/App/ParsingTests.cs,line=12,title=ParsingTests.A could not be measured::the worker died");

    [Test]
    public void OfMoreThanGitHubShowsTheWorstAreShownAndTheRestIsCounted()
    {
        TestDocument[] tests = [.. Enumerable.Range(1, 25).Select(index => JudgedRuns.Test($"T{index:00}", JudgedRuns.Slower with { Ratio = 1.1 + (index * 0.1) }))];

        string[] lines = [.. Of([.. tests, JudgedRuns.Test("U", JudgedRuns.Undecided)])];

        lines.Length.ShouldBe(11);
        lines[0].ShouldContain("ParsingTests.T25");
        lines[8].ShouldContain("ParsingTests.T17");
        lines[9].ShouldBe("::error title=16 more::16 more of this kind are in the job summary and in the report");
        lines[10].ShouldStartWith("::warning");
    }

    [Test]
    public void HostileNamesAreText()
    {
        JudgementDocument hostile = JudgedRuns.Slower with { Title = JudgedRuns.Hostile, Attribute = JudgedRuns.Hostile, BaselineSource = JudgedRuns.Hostile };
        TestReference test = new(JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile);

        foreach (string line in Of(new TestDocument(test, JudgedRuns.Hostile, [hostile, JudgedRuns.Undecided], [])))
        {
            line.ShouldNotContain('\n');
            line.ShouldNotContain('\r');
            line.Split("::")[1].ShouldMatch("^(error|warning) (file=[^,:]*,line=12,)?title=[^,:]*$");
        }
    }

    private static string[] Of(params TestDocument[] tests) => [.. Annotations.Of(JudgedRuns.Rows(JudgedRuns.Run(tests)))];
}
