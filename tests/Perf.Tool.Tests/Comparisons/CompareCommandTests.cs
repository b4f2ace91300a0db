using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Measurement;
using Perf.Runs;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Comparisons;

[TestFixture]
public sealed class CompareCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        BaselineWriter.Write(_folder["cpu.json"], new BaselineFile("cpu", SomeRuns.Machine, [SomeRuns.Controlled("A.T.One", "Gemm", 1, 1.001, 0.999), SomeRuns.Bytes("A.T.Old", 5)]));
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", SomeRuns.Controlled("A.T.One", "Gemm", 1.3, 1.301)), SomeRuns.Test("A.T.New", SomeRuns.Bytes("A.T.New", 5))));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task ARunBesideABaselineIsInformationUntilALimitIsSaid()
    {
        PerfTool told = await PerfTool.Run(_folder.Path, "compare", "cpu.json", "run.json");
        PerfTool red = await PerfTool.Run(_folder.Path, "compare", "cpu.json", "run.json", "--max-regression", "10");
        PerfTool green = await PerfTool.Run(_folder.Path, "compare", "cpu.json", "run.json", "--max-regression", "50");

        told.ExitCode.ShouldBe(0, told.Output);
        told.Standard.Split('\n').Single(line => line.Contains("A.T.One", StringComparison.Ordinal)).ShouldContain("1.35");
        told.Standard.ShouldContain("only in cpu.json: A.T.Old, allocated_bytes");
        told.Standard.ShouldContain("only in run.json: A.T.New, allocated_bytes");
        red.ExitCode.ShouldBe(1, red.Output);
        green.ExitCode.ShouldBe(0, green.Output);
    }

    [Test]
    public async Task TheSameAsJson()
    {
        PerfTool ended = await PerfTool.Run(_folder.Path, "compare", "cpu.json", "run.json", "--json");

        JsonElement series = JsonDocument.Parse(ended.Standard).RootElement.GetProperty("series")[0];
        series.GetProperty("test").GetString().ShouldBe("A.T.One");
        series.GetProperty("control").GetString().ShouldBe("Gemm");
        series.GetProperty("ratio").GetDouble().ShouldBe(Math.Exp(0.3005), 1e-3);
        series.GetProperty("bounds").GetProperty("lower").GetDouble().ShouldBeGreaterThan(1.1);
    }

    [Test]
    public async Task TheJobsOfABenchmarkAreNotMistakenForEachOther()
    {
        await File.WriteAllTextAsync(_folder["jobs.json"], """
            {"Benchmarks": [
              {"FullName": "A.T.One", "DisplayInfo": "T.One: Fast(Runtime=.NET 10.0)", "Measurements": [{"IterationMode": "Workload", "IterationStage": "Result", "LaunchIndex": 1, "Operations": 1, "Nanoseconds": 10}]},
              {"FullName": "A.T.One", "DisplayInfo": "T.One: Slow(Runtime=.NET 8.0)", "Measurements": [{"IterationMode": "Workload", "IterationStage": "Result", "LaunchIndex": 1, "Operations": 1, "Nanoseconds": 30}]}]}
            """);

        PerfTool ended = await PerfTool.Run(_folder.Path, "compare", "jobs.json", "jobs.json", "--json");

        JsonElement[] series = [.. JsonDocument.Parse(ended.Standard).RootElement.GetProperty("series").EnumerateArray()];
        series.Select(one => one.GetProperty("test").GetString()).ShouldBe(["A.T.One, Fast(Runtime=.NET 10.0)", "A.T.One, Slow(Runtime=.NET 8.0)"]);
        series.ShouldAllBe(one => one.GetProperty("ratio").GetDouble() == 1);
    }

    [Test]
    public async Task AGateThatNothingWentThroughIsNotPassed()
    {
        SomeRuns.Write(_folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Machine = SomeRuns.Machine with { CpuModel = "Another CPU" } });

        PerfTool ended = await PerfTool.Run(_folder.Path, "compare", "cpu.json", "run.json", "--max-regression", "10");

        ended.ExitCode.ShouldBe(2, ended.Output);
        ended.Standard.ShouldContain("NotComparable: another kind of machine: CPU model Some CPU in one, Another CPU in the other");
        ended.Standard.ShouldContain("nothing could be judged");
    }

    [Test]
    public async Task WhatHasNothingToCompareSaysWhy()
    {
        SomeRuns.Write(_folder["none/run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One")));
        DuetDocument duet = new(4, 4, 1, false, 0, new WarmUpReport(1, 1, true), 1);
        SomeRuns.Write(_folder["duet/run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One") with { Duets = [duet] }));

        (await PerfTool.Run(_folder.Path, "compare", "cpu.json", "none")).Error.ShouldContain("none of its tests promises a [MaxRegression]");
        PerfTool beside = await PerfTool.Run(_folder.Path, "compare", "cpu.json", "duet");
        beside.ExitCode.ShouldBe(3);
        beside.Error.ShouldContain("beside a base build");
    }

    [TestCase("-1")]
    [TestCase("ten")]
    [TestCase("NaN")]
    public async Task ALimitIsAPercentage(string limit) =>
        (await PerfTool.Run(_folder.Path, "compare", "cpu.json", "run.json", $"--max-regression={limit}")).ExitCode.ShouldBe(3);
}
