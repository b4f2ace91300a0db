using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Tests.Files;
using Perf.Tool.Imports;
using Shouldly;

namespace Perf.Tool.Tests.Imports;

[TestFixture]
public sealed class BenchmarkSeriesTests
{
    [Test]
    public void LaunchesAreMadeOfResultsInSeconds()
    {
        Benchmark benchmark = Of(
            new("Overhead", "Actual", 1, 10, 50),
            new("Workload", "Warmup", 1, 10, 90000),
            new("Workload", "Actual", 1, 10, 3050),
            new("Workload", "Result", 1, 10, 3000),
            new("Workload", "Result", 1, 10, 1000),
            new("Workload", "Result", 1, 10, 2000),
            new("Workload", "Result", 2, 10, 4000));

        BaselineSeries[] series = [.. BenchmarkSeries.Of(benchmark, "A.T.One", SomeRuns.Midnight)];

        series.Select(one => one.Metric).ShouldBe(["time", "allocated_bytes"]);
        series[0].Launches.Select(launch => launch.Median).ShouldBe([200e-9, 400e-9]);
        series[0].Launches.Select(launch => launch.Iterations).ShouldBe([30, 10]);
        series[0].Accepted.ShouldBe(300e-9, 1e-15);
        series[0].IsControlled.ShouldBeFalse();
        series[1].Accepted.ShouldBe(280);
    }

    [Test]
    public void WithoutResultsTheActualTimesCount() =>
        BenchmarkSeries.Of(Of(new("Workload", "Actual", 1, 1, 5), new("Workload", "Warmup", 1, 1, 9)), "A", SomeRuns.Midnight)[0].Accepted.ShouldBe(5e-9);

    [Test]
    public void WhatTakesNoTimeOrFailedHasNone()
    {
        BenchmarkSeries.Of(Of(new BenchmarkMeasurement("Workload", "Result", 1, 10, 0)), "A", SomeRuns.Midnight).Select(one => one.Metric).ShouldBe(["allocated_bytes"]);
        BenchmarkSeries.Of(Of() with { Memory = null, Measurements = null }, "A", SomeRuns.Midnight).ShouldBeEmpty();
    }

    [Test]
    public void MoreIterationsThanACountHoldsAreAsManyAsItHolds() =>
        BenchmarkSeries.Of(Of(new("Workload", "Result", 1, long.MaxValue, 5e9), new("Workload", "Result", 1, long.MaxValue, 5e9)), "A", SomeRuns.Midnight)[0]
            .Launches[0].Iterations.ShouldBe(int.MaxValue);

    [Test]
    public void AReportWithABenchmarkOfNothingIsRefused()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["report.json"], """{"Benchmarks":[null,{"FullName":"A.B","Measurements":[]}]}""");

        Should.Throw<PerfFileException>(() => BenchmarkFile.Read("report.json", ForeignFile.Read(folder["report.json"]).Json))
            .Message.ShouldContain("a benchmark is null; run the benchmarks anew with --exporters fulljson");
    }

    private static Benchmark Of(params BenchmarkMeasurement[] measurements) =>
        new(null, "Some", "Sorting", "Sorts", "Some.Sorting.Sorts", new BenchmarkMemory(280), measurements);
}
