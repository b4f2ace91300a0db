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
