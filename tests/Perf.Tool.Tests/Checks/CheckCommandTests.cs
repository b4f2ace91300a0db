using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Checks;

[TestFixture]
public sealed class CheckCommandTests
{
    private const string Thresholds = "sorting:\n  time_regression_threshold_pct: 10\ntolerance:\n  measurement_noise_pct: 2\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["baselines"]);
        Directory.CreateDirectory(_folder["tests/App.Perf"]);
        File.WriteAllText(_folder["baselines/thresholds.yaml"], Thresholds);
        Write("cpu", SomeRuns.Controlled("A.T.One", "Gemm", 1, 1));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task WhatAgreesIsFineFromAnyFolderBelow()
    {
        PerfTool ended = await PerfTool.Run(_folder["tests/App.Perf"], "check", "--strict");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.Trim().ShouldBe("../../baselines: 0 errors, 0 warnings, 1 baseline");
    }

    [Test]
    public async Task SlipsOfThresholdsAreNamedWithLineAndColumn()
    {
        await File.WriteAllTextAsync(_folder["baselines/thresholds.yaml"], "sorting:\n  time_regresion_threshold_pct: 10\n  max_time_seconds: soon\n");

        PerfTool ended = await Check();

        ended.ExitCode.ShouldBe(3);
        ended.Standard.ShouldContain("baselines/thresholds.yaml:2:3: ");
        ended.Standard.ShouldContain("baselines/thresholds.yaml:3:21: ");
        ended.Standard.ShouldContain("2 errors");
    }

    [Test]
    public async Task ABaselineThatCannotBeReadIsAnErrorAtItsPlace()
    {
        string good = await File.ReadAllTextAsync(_folder["baselines/cpu.json"]);
        await File.WriteAllTextAsync(_folder["baselines/cpu.json"], good.Replace("\"accepted\":", "\"accepted\":-", StringComparison.Ordinal));
        await File.WriteAllTextAsync(_folder["baselines/gpu.json"], "{\"schemaVersion\": 99, \"environment\": \"gpu\"}");

        PerfTool ended = await Check();

        ended.ExitCode.ShouldBe(3);
        ended.Standard.ShouldMatch(@"baselines/cpu\.json:\d+:\d+: accepted is negative; ");
        ended.Standard.ShouldContain("baselines/gpu.json:1:19: is of schema 99");
    }

    [Test]
    public async Task AFileOfAnotherEnvironmentThanItsNameIsAWarning()
    {
        File.Move(_folder["baselines/cpu.json"], _folder["baselines/gpu.json"]);

        PerfTool ended = await Check();

        ended.ExitCode.ShouldBe(0, "a run reads it where PERF_BASELINE names it");
        ended.Standard.ShouldContain("baselines/gpu.json:3:18: warning: is of environment 'cpu'");
    }

    [Test]
    public async Task ALimitThatASeriesCannotTellIsAWarning()
    {
        Write("cpu", SomeRuns.Controlled("A.T.One", "Gemm", 1, 1) with { ResolutionPercent = 12 });

        PerfTool ended = await Check();
        PerfTool strict = await Check("--strict");

        (ended.ExitCode, strict.ExitCode).ShouldBe((0, 2));
        ended.Standard.ShouldMatch(@"baselines/cpu\.json:\d+:5: warning: A\.T\.One promises at most 10 % of time, but this series \(2 launches\) tells 20 % at best; allow more, or record it on a quieter machine");
    }

    [Test]
    public async Task WhatNoKeyLimitsABuildThatIsGoneAndACandidateAreInformation()
    {
        Write("cpu", SomeRuns.Controlled("A.T.One", "Gemm", 1, 1) with { Metric = "app.rows", Build = "4f3c2a1-0123" });
        Directory.CreateDirectory(_folder["artifacts/perf/App.Perf"]);
        await File.WriteAllTextAsync(_folder["artifacts/perf/App.Perf/gpu.candidate.json"], "{}");

        PerfTool ended = await Check("--strict");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Standard.ShouldContain("information: no section of baselines/thresholds.yaml has app_rows_regression_threshold_pct");
        ended.Standard.ShouldContain("information: the build 4f3c2a1-0123 that it was recorded from is not in .perf/builds");
        ended.Standard.ShouldContain("artifacts/perf/App.Perf/gpu.candidate.json: information: ");
        Directory.CreateDirectory(_folder[".perf/builds/4f3c2a1-0123"]);
        (await Check()).Standard.ShouldNotContain(".perf/builds");
    }

    [Test]
    public async Task TheSameAsJson()
    {
        Write("cpu", SomeRuns.Controlled("A.T.One", "Gemm", 1, 1) with { ResolutionPercent = 12 });

        JsonElement finding = JsonDocument.Parse((await Check("--json")).Standard).RootElement.GetProperty("findings")[0];

        finding.GetProperty("severity").GetString().ShouldBe("Warning");
        finding.GetProperty("file").GetString().ShouldBe("baselines/cpu.json");
        finding.GetProperty("column").GetInt32().ShouldBe(5);
    }

    [Test]
    public async Task WithoutBaselinesThereIsNothingToCheck()
    {
        using TemporaryFolder empty = new();

        PerfTool ended = await PerfTool.Run(empty.Path, "check");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("there is no folder baselines at or above .");
        (await PerfTool.Run(empty.Path, "check", "nosuch")).Error.ShouldContain("nosuch is no folder");
    }

    private Task<PerfTool> Check(params string[] arguments) => PerfTool.Run(_folder.Path, ["check", .. arguments]);

    private void Write(string environment, params BaselineSeries[] series) =>
        BaselineWriter.Write(_folder[$"baselines/{environment}.json"], new BaselineFile(environment, SomeRuns.Machine, series));
}
