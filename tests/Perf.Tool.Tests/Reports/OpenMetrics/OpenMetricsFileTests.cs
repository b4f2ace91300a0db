using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tests.Files;
using Perf.Tool.Reports.OpenMetrics;
using Shouldly;

namespace Perf.Tool.Tests.Reports.OpenMetrics;

[TestFixture]
public sealed partial class OpenMetricsFileTests
{
    private static readonly RunDocument Everything = JudgedRuns.Run(
        JudgedRuns.Test(
            "Slower",
            JudgedRuns.Slower,
            JudgedRuns.Kept with { Metric = "allocated_bytes", Unit = "By", Current = 128, Limit = 0, Baseline = null, Ratio = null, RatioBounds = null, AllowedPercent = null, Attribute = "[MaxAllocations(0)]" },
            JudgedRuns.Kept with { Metric = "throughput (receipts.images)", Unit = "{image}/s", Attribute = "[MinThroughput]" },
            JudgedRuns.Kept with { Metric = "receipts.score", Unit = "1", Attribute = "[MinMetric(\"receipts.score\", 0.8)]", RatioBounds = new Bounds(double.NaN, double.PositiveInfinity) }),
        JudgedRuns.Test("NotCompared", JudgedRuns.NotCompared),
        JudgedRuns.Test("Broken") with { Error = "the worker died" },
        new TestDocument(new TestReference(JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile), null, [JudgedRuns.Faster with { Metric = JudgedRuns.Hostile, Unit = JudgedRuns.Hostile }], []));

    [Test]
    public void ANumberHasItsUnitInItsName()
    {
        string text = Of(JudgedRuns.Run(JudgedRuns.Test("Slower", JudgedRuns.Slower)));

        text.ShouldContain("""
            # TYPE perf_measured_seconds gauge
            # UNIT perf_measured_seconds seconds
            # HELP perf_measured_seconds What was measured.
            perf_measured_seconds{project="tests/App",environment="cpu",test="App.ParsingTests.Slower",metric="time",promise="[MaxRegression(10)]",unit="s"} 0.015

            """.ReplaceLineEndings("\n"));
        text.ShouldContain("perf_baseline_ratio{project=\"tests/App\",environment=\"cpu\",test=\"App.ParsingTests.Slower\",metric=\"time\",promise=\"[MaxRegression(10)]\"} 1.2\n");
    }

    [Test]
    public void AVerdictIsOneOfItsStates()
    {
        string[] states = [.. Of(JudgedRuns.Run(JudgedRuns.Test("Slower", JudgedRuns.Slower))).Split('\n').Where(line => line.StartsWith("perf_verdict{", StringComparison.Ordinal))];

        states.Select(line => line[line.IndexOf("perf_verdict=", StringComparison.Ordinal)..])
            .ShouldBe(["perf_verdict=\"Pass\"} 0", "perf_verdict=\"Regressed\"} 1", "perf_verdict=\"Inconclusive\"} 0", "perf_verdict=\"NotComparable\"} 0"]);
    }

    [Test]
    public void TheFileEndsWhereItSays() => Of(Everything).ShouldEndWith("\n# EOF\n");

    [Test]
    public void EveryLineIsOfTheFormat() =>
        Of(Everything).TrimEnd('\n').Split('\n').ShouldAllBe(line => LineOfTheFormat().IsMatch(line));

    [Test]
    public void NoLabelSetIsToldTwice()
    {
        string[] samples = [.. Of(Everything, Everything).Split('\n').Where(line => line.StartsWith("perf_", StringComparison.Ordinal))];

        samples.Select(line => line[..line.LastIndexOf(' ')]).ShouldBeUnique();
    }

    [TestCase("/usr/bin/python3", "-c", "import sys;from prometheus_client.openmetrics.parser import text_string_to_metric_families as p;print(sum(len(f.samples) for f in p(open(sys.argv[1],encoding='utf-8',newline='').read())))")]
    [TestCase("promtool", "tsdb", "create-blocks-from", "openmetrics")]
    public void OtherProgramsReadIt(string program, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        Assume.That(Run(program, program == "promtool" ? ["--version"] : ["-c", "import prometheus_client.openmetrics.parser"]), Is.EqualTo(0), $"{program} is not here");

        // Prometheus imports no sample without a time, and its collector of text files takes none with one.
        string text = Of(Everything);
        Perf.Files.AtomicFile.WriteAllText(
            folder["metrics.txt"], program == "promtool" ? Regex.Replace(text, @"^(perf_.*)$", "$1 1764115200", RegexOptions.Multiline) : text);

        Run(program, [.. arguments, folder["metrics.txt"], .. program == "promtool" ? [folder["blocks"]] : Array.Empty<string>()]).ShouldBe(0);
    }

    private static string Of(params RunDocument[] runs) => OpenMetricsFile.Of(runs, JudgedRuns.Rows(runs));

    private static int? Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments))!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex("""^(# (TYPE|UNIT|HELP) perf_[a-z_]+ .+|# EOF|perf_[a-z_]+\{([a-z_]+="([^"\\\n]|\\["\\n])*",?)+\} (NaN|[+-]Inf|[-0-9.E+]+))$""")]
    private static partial Regex LineOfTheFormat();
}
