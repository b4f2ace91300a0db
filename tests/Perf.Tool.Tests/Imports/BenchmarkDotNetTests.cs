using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Imports;

/// <summary>Import and comparison of what BenchmarkDotNet itself writes, on this machine, now.</summary>
[TestFixture]
public sealed class BenchmarkDotNetTests
{
    private const string Report = "results/Some.Sorting-report-full.json";

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public async Task RunBenchmarks()
    {
        _folder = new TemporaryFolder();
        foreach (string inherited in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(_folder[inherited], "<Project />");
        }

        await File.WriteAllTextAsync(_folder["Some.Benchmarks.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BenchmarkDotNet" Version="{SomeTestProject.Pinned("BenchmarkDotNet")}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(_folder["Sorting.cs"], """
            using BenchmarkDotNet.Attributes;
            using BenchmarkDotNet.Running;

            BenchmarkSwitcher.FromAssembly(typeof(Some.Sorting).Assembly).Run(args);

            namespace Some
            {
                [MemoryDiagnoser]
                public class Sorting
                {
                    [Params(1000)] public int Length;

                    [Benchmark]
                    public int[] Sorts()
                    {
                        int[] numbers = new int[Length];
                        for (int i = 0; i < numbers.Length; i++)
                        {
                            numbers[i] = i * 7919 % 1009;
                        }

                        System.Array.Sort(numbers);
                        return numbers;
                    }

                    [Benchmark]
                    public string Joins() => string.Join(',', System.Linq.Enumerable.Range(0, Length));
                }
            }
            """);
        PerfTool ended = await PerfTool.Start(
            _folder.Path,
            "dotnet",
            [
                "run", "-c", "Release", "--", "--filter", "*", "--exporters", "fulljson", "--artifacts", _folder.Path,
                "--launchCount", "2", "--warmupCount", "1", "--iterationCount", "3", "--iterationTime", "50",
            ]);
        File.Exists(_folder[Report]).ShouldBeTrue(ended.Output);
    }

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [SetUp]
    public void StartAnew() => File.Delete(_folder["cpu.json"]);

    [Test]
    public async Task ABaselineIsMadeOfIt()
    {
        PerfTool ended = await PerfTool.Run(
            _folder.Path, "baseline", "import", Report, "--output", "cpu.json", "--map", "Sorting.Sorts=A.T.Sorts(1000)", "--map", "Some.Sorting.Joins(Length: 1000)=A.T.Joins");

        ended.ExitCode.ShouldBe(0, ended.Output);
        BaselineFile baseline = BaselineReader.Read(_folder["cpu.json"]);
        baseline.Machine.ShouldBeNull("BenchmarkDotNet does not tell all of it");
        baseline.Series.Select(series => series.Key).ShouldBe(
            [("A.T.Joins", "allocated_bytes"), ("A.T.Joins", "time"), ("A.T.Sorts(1000)", "allocated_bytes"), ("A.T.Sorts(1000)", "time")]);
        BaselineSeries time = baseline.Find("A.T.Sorts(1000)", "time")!;
        (double Nanoseconds, double Bytes) said = Said("Sorts");
        time.Launches.Count.ShouldBe(2);
        time.Accepted.ShouldBeInRange(said.Nanoseconds * 0.1e-9, said.Nanoseconds * 10e-9, "the mean of all is near the median of medians");
        time.Launches.SelectMany(launch => new[] { launch.Minimum, launch.Maximum }).ShouldAllBe(value => value > 0 && value < 1);
        baseline.Find("A.T.Sorts(1000)", "allocated_bytes")!.Accepted.ShouldBe(said.Bytes);
        said.Bytes.ShouldBe(4024);
        ended.Standard.ShouldContain("note: the machine is ");
        ended.Standard.ShouldContain("no control");
    }

    [Test]
    public async Task OneBenchmarkMayBeChosenAndKeepsItsName()
    {
        PerfTool ended = await PerfTool.Run(_folder.Path, "baseline", "import", Report, "--output", "cpu.json", "--benchmark", "Joins", "--json");

        ended.ExitCode.ShouldBe(0, ended.Output);
        JsonDocument.Parse(ended.Standard).RootElement.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("test").GetString())
            .ShouldAllBe(test => test == "Some.Sorting.Joins(Length: 1000)");
        ended.Standard.ShouldContain("keeps its name");
    }

    [Test]
    public async Task IntoABaselineOfAKnownMachineOnlyWhoSaysSo()
    {
        Fingerprint here = Fingerprint.OfThisMachine();
        BaselineWriter.Write(_folder["cpu.json"], new BaselineFile("cpu", here, [SomeRuns.Bytes("A.T.Other", 1)]));

        PerfTool unsaid = await PerfTool.Run(_folder.Path, "baseline", "import", Report, "--output", "cpu.json");
        PerfTool said = await PerfTool.Run(_folder.Path, "baseline", "import", Report, "--output", "cpu.json", "--same-machine");

        unsaid.ExitCode.ShouldBe(3);
        unsaid.Error.ShouldContain("--same-machine");
        said.ExitCode.ShouldBe(0, said.Output);
        BaselineReader.Read(_folder["cpu.json"]).Series.Count.ShouldBe(5);

        BaselineWriter.Write(_folder["cpu.json"], new BaselineFile("cpu", here with { LogicalCores = 97 }, []));
        PerfTool another = await PerfTool.Run(_folder.Path, "baseline", "import", Report, "--output", "cpu.json", "--same-machine");
        another.ExitCode.ShouldBe(3);
        another.Error.ShouldContain("logical cores: recorded 97");
    }

    [Test]
    public async Task AReportIsEqualToItselfAndTwiceAsSlowIsNotHidden()
    {
        string report = await File.ReadAllTextAsync(_folder[Report]);
        await File.WriteAllTextAsync(_folder["more.json"], report.Replace("\"BytesAllocatedPerOperation\":4024", "\"BytesAllocatedPerOperation\":8048", StringComparison.Ordinal)
            .Replace("\"BytesAllocatedPerOperation\": 4024", "\"BytesAllocatedPerOperation\": 8048", StringComparison.Ordinal));

        PerfTool same = await PerfTool.Run(_folder.Path, "compare", Report, Report, "--max-regression", "10");
        PerfTool more = await PerfTool.Run(_folder.Path, "compare", Report, "more.json", "--max-regression", "10");

        same.ExitCode.ShouldBe(0, same.Output);
        same.Standard.ShouldContain("without a control: another minute's noise is in it");
        more.ExitCode.ShouldBe(1, more.Output);
        more.Standard.Split('\n').First(line => line.StartsWith("| Some", StringComparison.Ordinal)).ShouldContain("2.000");
    }

    [Test]
    public async Task AnImportedBaselineIsComparedWithTheNextReport()
    {
        (await PerfTool.Run(_folder.Path, "baseline", "import", Report, "--output", "cpu.json", "--map", "Sorting.Sorts=A.T.Sorts")).ExitCode.ShouldBe(0);

        PerfTool ended = await PerfTool.Run(_folder.Path, "compare", "cpu.json", Report, "--max-regression", "10", "--map", "Sorting.Sorts=A.T.Sorts");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.ShouldContain("A.T.Sorts");
        ended.Standard.ShouldContain("Some.Sorting.Joins(Length: 1000)");
        ended.Standard.ShouldNotContain("only in");
    }

    [Test]
    public async Task ABriefReportIsRefusedWithTheWayOut()
    {
        await File.WriteAllTextAsync(_folder["brief.json"], "{\"Title\":\"a\",\"Benchmarks\":[{\"FullName\":\"A.B\"}]}");

        PerfTool ended = await PerfTool.Run(_folder.Path, "baseline", "import", "brief.json", "--output", "cpu.json");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("run the benchmarks anew with --exporters fulljson");
    }

    private (double Nanoseconds, double Bytes) Said(string method)
    {
        JsonElement benchmark = JsonDocument.Parse(File.ReadAllText(_folder[Report])).RootElement.GetProperty("Benchmarks").EnumerateArray()
            .Single(one => one.GetProperty("Method").GetString() == method);
        return (
            benchmark.GetProperty("Statistics").GetProperty("Mean").GetDouble(),
            benchmark.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetDouble());
    }
}
