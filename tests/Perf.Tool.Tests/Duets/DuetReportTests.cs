using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tool.Duets;
using Shouldly;
using Spectre.Console.Testing;

namespace Perf.Tool.Tests.Duets;

[TestFixture]
public sealed class DuetReportTests
{
    [TestCase("Pass", 0, false, ExitCode.Pass)]
    [TestCase("Pass, improved", 0, true, ExitCode.Pass)]
    [TestCase("Regressed", 1, false, ExitCode.Regressed)]
    [TestCase("Regressed", 1, true, ExitCode.Regressed)]
    [TestCase("Inconclusive", 0, false, ExitCode.Pass)]
    [TestCase("Inconclusive", 0, true, ExitCode.Pass)]
    [TestCase("Inconclusive", 1, true, ExitCode.NotJudged)]
    [TestCase("NotComparable", 1, true, ExitCode.NotJudged)]
    [TestCase("NotComparable: new", 0, true, ExitCode.Pass)]
    [TestCase("Pass", 1, false, ExitCode.Regressed)]
    public void TheExitCodeSaysWhatTheTestsCameTo(string verdict, int exitCodeOfTests, bool isStrict, object expected) =>
        DuetReport.ExitCodeOf(Run(isStrict, Test(Judgement(verdict))), exitCodeOfTests).ShouldBe((ExitCode)expected);

    [Test]
    public void WhatCouldNotBeComparedIsBadInput() =>
        DuetReport.ExitCodeOf(Run(false, Test(Judgement("Pass")), Test() with { Error = "the base build's body threw" }), 1)
            .ShouldBe(ExitCode.Misuse);

    [Test]
    public void EachComparedPromiseHasARow()
    {
        TestConsole console = new();
        console.Profile.Width = 200;

        DuetReport.Write(
            console,
            Run(
                false,
                Test(
                    Judgement("Regressed") with { Ratio = 1.2342, RatioBounds = new Bounds(1.1, 1.3), Samples = 48, Launches = 2, Seconds = 6.25 },
                    Judgement("Pass") with { Attribute = "[MaxDuration(5)]", Metric = "not_compared" }),
                Test(Judgement("Inconclusive") with { Reason = "too close" })),
            "artifacts/perf/App");

        console.Output.ShouldContain("ParsingTests.Parses");
        string row = console.Lines.Single(line => line.Contains("Regressed", StringComparison.Ordinal));
        row.ShouldContain("1.234");
        row.ShouldContain("1.100 … 1.300");
        row.ShouldContain("48");
        row.ShouldContain("6.3");
        console.Output.ShouldNotContain("not_compared");
        console.Output.ShouldContain("Inconclusive: App.ParsingTests.Parses, time: too close");
        console.Output.ShouldContain("base build 4f3c2a1; record and summary in artifacts/perf/App");
    }

    private static RunDocument Run(bool isStrict, params TestDocument[] tests) => new(
        RunDocument.CurrentSchemaVersion,
        DateTimeOffset.UnixEpoch,
        "cpu",
        "0123456",
        "built-in defaults",
        "base build 4f3c2a1",
        isStrict,
        Fingerprint.OfThisMachine([], "cpu"),
        tests);

    private static TestDocument Test(params JudgementDocument[] judgements) =>
        new(new TestReference("App.ParsingTests.Parses", "ParsingTests", "Parses", "tests/App"), null, judgements, []);

    private static JudgementDocument Judgement(string verdict) => new(
        "time", "s", verdict, "[MaxRegression(10)]", null, 1, 1.1, 1, "base build 4f3c2a1", 10, null, null, null, 1, 24, 1, false, "");
}
