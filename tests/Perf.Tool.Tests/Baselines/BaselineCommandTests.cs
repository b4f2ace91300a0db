using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Builds;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Baselines;

/// <summary>Recording, checking and pruning the baseline of a real test project.</summary>
[TestFixture]
public sealed class BaselineCommandTests
{
    private const string Test = """
        using NUnit.Framework;
        using Perf;

        namespace App.Perf;

        [Section("parsing")]
        public sealed class ParsingTests
        {
            [Test, MaxRegression(10, Metric = "allocated_bytes")]
            public void Parses() => System.GC.KeepAlive(new byte[1000]);

            [TestCase(1), MaxRegression(5, Metric = "allocated_bytes")]
            public void Prints(int copies) => System.GC.KeepAlive(new byte[2000 * copies]);

            [Test, MaxAllocations(1000)]
            public void Fits() { }
        }
        """;

    private TemporaryFolder _folder = null!;

    private BaselineFile Baseline => BaselineReader.Read(_folder["baselines/cpu.json"]);

    [OneTimeSetUp]
    public async Task RecordABaseline()
    {
        _folder = new TemporaryFolder();
        SomeTestProject.Write(_folder.Path, "App.Perf");
        Directory.CreateDirectory(_folder["baselines"]);
        await File.WriteAllTextAsync(_folder["baselines/thresholds.yaml"], "parsing:\n  time_regression_threshold_pct: 10\n");
        await File.WriteAllTextAsync(_folder["tests/App.Perf/ParsingTests.cs"], Test);

        PerfTool ended = await Run("baseline", "record");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.ShouldContain("recording, process 1 of 5");
        ended.Standard.ShouldContain("baselines/cpu.json: 2 series recorded");
        Baseline.Series.Select(series => series.Test).ShouldBe(["App.Perf.ParsingTests.Parses", "App.Perf.ParsingTests.Prints(1)"]);
    }

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test, Order(1)]
    public async Task WhatWasJustRecordedIsFine()
    {
        PerfTool ended = await Run("check", "--strict");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.Trim().ShouldBe("baselines: 0 errors, 0 warnings, 1 baseline");
        (await Run("baseline", "prune", "--builds")).Standard.ShouldContain("there is nothing to remove");
    }

    [Test, Order(2)]
    public async Task OnlyWhatIsNewIsRecorded()
    {
        DateTimeOffset before = Baseline.Series[0].RecordedAt;

        PerfTool nothing = await Run("baseline", "record", "--new");

        nothing.ExitCode.ShouldBe(0, nothing.Output);
        nothing.Standard.ShouldContain("nothing was recorded into baselines/cpu.json");
        BaselineWriter.Update(_folder["baselines/cpu.json"], file => file with { Series = [file.Series[0]] });
        PerfTool one = await Run("baseline", "record", "--new", "--test", "Prints", "--json");
        one.ExitCode.ShouldBe(0, one.Output);
        JsonDocument.Parse(one.Standard).RootElement.GetProperty("series").EnumerateArray().ShouldHaveSingleItem().GetProperty("test").GetString().ShouldBe("App.Perf.ParsingTests.Prints(1)");
        Baseline.Series.Count.ShouldBe(2);
        Baseline.Series[0].RecordedAt.ShouldBe(before);

        PerfTool none = await Run("baseline", "record", "--test", "NoSuchTest", "--json");
        none.ExitCode.ShouldBe(3, none.Output);
        JsonDocument.Parse(none.Standard).RootElement.GetProperty("error").GetString()!.ShouldContain("no test of App.Perf was recorded");
    }

    [Test, Order(3)]
    public async Task AChangeIsRedUntilItIsAcceptedWithAReason()
    {
        await File.WriteAllTextAsync(_folder["tests/App.Perf/ParsingTests.cs"], Test.Replace("byte[1000]", "byte[1200]", StringComparison.Ordinal));
        string[] arguments = ["test", "tests/App.Perf", "-c", "Release", "--filter", "Parses"];
        PerfTool red = await PerfTool.Start(_folder.Path, "dotnet", arguments);
        red.ExitCode.ShouldNotBe(0, red.Output);

        PerfTool accepted = await Run("baseline", "accept", "artifacts/perf/App.Perf/run.json", "--test", "ParsingTests.Parses", "--reason", "a larger buffer");
        PerfTool compared = await Run("compare", "baselines/cpu.json", "artifacts/perf/App.Perf/run.json", "--max-regression", "0");
        PerfTool green = await PerfTool.Start(_folder.Path, "dotnet", arguments);

        accepted.ExitCode.ShouldBe(0, accepted.Output);
        accepted.Standard.ShouldContain("App.Perf.ParsingTests.Parses, allocated_bytes: 1 KiB → 1.2 KiB (+19.5 %)");
        compared.ExitCode.ShouldBe(0, compared.Output);
        compared.Standard.ShouldContain("exact");
        green.ExitCode.ShouldBe(0, green.Output);
        Baseline.Find("App.Perf.ParsingTests.Parses", "allocated_bytes")!.Acceptance!.Reason.ShouldBe("a larger buffer");
    }

    [Test, Order(4)]
    public async Task WhatNothingJudgesIsSaid()
    {
        BaselineSeries time = SomeRuns.Series("App.Perf.ParsingTests.Parses", 1, 1);
        BaselineWriter.Update(_folder["baselines/cpu.json"], file => file with { Series = [.. file.Series, time] });

        PerfTool ended = await Run("check", "--strict");

        ended.ExitCode.ShouldBe(2, ended.Output);
        ended.Standard.ShouldContain("warning: App.Perf.ParsingTests.Parses has no [MaxRegression] of its time");
        BaselineWriter.Update(_folder["baselines/cpu.json"], file => file with { Series = [.. file.Series.Where(series => series.Metric != "time")] });
    }

    [Test, Order(5)]
    public async Task SeriesWithoutATestAndBuildsWithoutABaselineArePruned()
    {
        BaselineSeries[] gone = [SomeRuns.Bytes("App.Perf.ParsingTests.Scans", 1), SomeRuns.Bytes("App.Perf.OldTests.Parses(1)", 1)];
        BaselineSeries another = SomeRuns.Bytes("Another.Project.Tests.Works", 1);
        BaselineWriter.Update(_folder["baselines/cpu.json"], file => file with { Series = [.. file.Series, .. gone, another] });
        BaselineWriter.Write(_folder["baselines/gpu.json"], new BaselineFile("gpu", SomeRuns.Machine, gone));
        string named = Baseline.Series.Select(series => series.Build).OfType<string>().First();
        Directory.CreateDirectory(_folder["some-output"]);
        await File.WriteAllTextAsync(_folder["some-output/a.dll"], "a");
        new BuildStore(_folder[".perf/builds"]).Keep("of-old", _folder["some-output"]);

        PerfTool check = await Run("check");
        PerfTool listed = await Run("baseline", "prune", "--builds");

        check.Standard.ShouldContain("warning: App.Perf.ParsingTests.Scans is no test of the build any more");
        listed.ExitCode.ShouldBe(0, listed.Output);
        listed.Standard.ShouldContain("baselines/cpu.json: App.Perf.ParsingTests.Scans, allocated_bytes: its test is gone");
        listed.Standard.ShouldContain("baselines/cpu.json: App.Perf.OldTests.Parses(1), allocated_bytes: its test is gone");
        listed.Standard.ShouldContain("Another.Project.Tests.Works stays");
        listed.Standard.ShouldContain("baselines/gpu.json stays as it is");
        listed.Standard.ShouldContain(".perf/builds/of-old: no baseline names it");
        listed.Standard.ShouldContain("nothing is removed without --yes");
        Baseline.Series.Count.ShouldBe(5);

        PerfTool removed = await Run("baseline", "prune", "--builds", "--yes");

        removed.ExitCode.ShouldBe(0, removed.Output);
        Baseline.Series.Select(series => series.Test).ShouldBe(["Another.Project.Tests.Works", "App.Perf.ParsingTests.Parses", "App.Perf.ParsingTests.Prints(1)"]);
        new BuildStore(_folder[".perf/builds"]).Keys.ShouldBe([named]);
        (await Run("baseline", "prune", "baselines/gpu.json", "--yes")).Standard.ShouldContain("removed 2 series");
    }

    [Test, Order(6)]
    public async Task WhatIsNotBuiltIsNotTakenForGone()
    {
        Directory.Delete(_folder["tests/App.Perf/bin"], recursive: true);

        PerfTool prune = await Run("baseline", "prune");
        PerfTool check = await Run("check");

        prune.ExitCode.ShouldBe(3);
        prune.Error.ShouldContain("tests/App.Perf/App.Perf.csproj is not built");
        check.Standard.ShouldContain("tests/App.Perf/App.Perf.csproj: information: is not built");
    }

    private Task<PerfTool> Run(params string[] arguments) => PerfTool.Run(_folder.Path, arguments);
}
