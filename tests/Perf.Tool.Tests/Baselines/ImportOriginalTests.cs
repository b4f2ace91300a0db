using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.Baselines;

[TestFixture]
public sealed class ImportOriginalTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["baselines"]);
        File.WriteAllText(_folder["baseline_metrics.json"], "{\"analysis\":{\"validation_time\":{\"total_seconds\":12.3,\"mean\":1}},\"more\":[]}");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task TheOneNumberBecomesASeriesOfEachNamedTest()
    {
        PerfTool ended = await PerfTool.Run(_folder.Path, "baseline", "import", "baseline_metrics.json", "--test", "A.T.One", "--test", "A.T.Two");

        ended.ExitCode.ShouldBe(0, ended.Output);
        BaselineFile baseline = BaselineReader.Read(_folder["baselines/cpu.json"]);
        baseline.Series.Select(series => (series.Test, series.Metric, series.Accepted, series.Launches.Count)).ShouldBe([("A.T.One", "time", 12.3, 0), ("A.T.Two", "time", 12.3, 0)]);
        baseline.Machine.ShouldBeNull();
        ended.Standard.ShouldContain("note: the file names no machine");
        (await PerfTool.Run(_folder.Path, "baseline", "show")).Standard.ShouldContain("12.3 s");
    }

    [Test]
    public async Task WhoNamesNoTestIsToldSo()
    {
        PerfTool ended = await PerfTool.Run(_folder.Path, "baseline", "import", "baseline_metrics.json");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("name the tests that it is for by --test");
        File.Exists(_folder["baselines/cpu.json"]).ShouldBeFalse();
    }

    [Test]
    public async Task ABaselineNeedsNoImport()
    {
        BaselineWriter.Write(_folder["other.json"], new BaselineFile("cpu", SomeRuns.Machine, []));

        PerfTool ended = await PerfTool.Run(_folder.Path, "baseline", "import", "other.json", "--test", "A.T.One");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("is a baseline already");
    }
}
