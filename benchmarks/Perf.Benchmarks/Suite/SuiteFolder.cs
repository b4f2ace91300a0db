using Perf.Baselines;

namespace Perf.Benchmarks.Suite;

/// <summary>A folder of its own for thresholds, baseline and reports of the rounds; removed at the end.</summary>
internal sealed class SuiteFolder : IDisposable
{
    private const int RecordedLaunches = 3;
    private const int SamplesOfALaunch = 200;

    private readonly string _path = Directory.CreateTempSubdirectory("perf-benchmarks-").FullName;

    private SuiteFolder()
    {
    }

    /// <summary>The environment variables that lead a round here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["PERF_BASELINE"] = BaselinePath,
        ["PERF_THRESHOLDS"] = ThresholdsPath,
        ["PERF_REPORT"] = Path.Combine(_path, "report"),
    };

    private string BaselinePath => Path.Combine(_path, "cpu.json");

    private string ThresholdsPath => Path.Combine(_path, "thresholds.yaml");

    /// <summary>A folder with a baseline of every made-up test.</summary>
    public static SuiteFolder Create()
    {
        SuiteFolder folder = new();
        File.WriteAllText(folder.ThresholdsPath, "validation:\n  max_time_seconds: 300\n");
        Random random = new(1);
        BaselineSeries[] series = [.. Enumerable.Range(0, SuiteRound.Tests).Select(test => SeriesOf(test, random))];
        Fingerprint machine = Fingerprint.OfThisMachine([], "cpu");
        BaselineWriter.Write(folder.BaselinePath, new BaselineFile("cpu", machine, series));
        return folder;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private static BaselineSeries SeriesOf(int test, Random random)
    {
        BaselineLaunch[] launches = [.. Enumerable.Range(0, RecordedLaunches).Select(_ => BaselineLaunch.Of(
            SamplesOfALaunch,
            [.. Enumerable.Range(0, SamplesOfALaunch).Select(_ => MadeUpTests.Seconds(random))]))];
        string name = MadeUpTests.NameOf(test);
        double accepted = launches[0].Median;
        return new BaselineSeries(name, "time", "s", accepted, 1, null, null, DateTimeOffset.UnixEpoch, launches);
    }
}
