using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>A baseline that the base build recorded once; each test judges against a copy of its own.</summary>
internal sealed class RecordedBaseline : IDisposable
{
    private static readonly Lazy<(DuetRun Run, string Text)> Recorded = new(Record);

    private readonly string _folder = Directory.CreateTempSubdirectory("perf-recorded-").FullName;

    /// <param name="isBuildAtHand">Whether the build that it was recorded from is named.</param>
    public RecordedBaseline(bool isBuildAtHand = false)
    {
        File.WriteAllText(Path, Recorded.Value.Text);
        if (!isBuildAtHand)
        {
            Change(series => series with { Build = null });
        }
    }

    /// <summary>The run that recorded.</summary>
    public static DuetRun Run => Recorded.Value.Run;

    public string Path => System.IO.Path.Combine(_folder, "cpu.json");

    public BaselineFile Content => BaselineReader.Read(Path);

    /// <summary>The series of a test.</summary>
    public BaselineSeries SeriesOf(string test, string metric = "time") =>
        Content.Series.Single(series => series.Test.EndsWith($".{test}", StringComparison.Ordinal) && series.Metric == metric);

    public void Change(Func<BaselineSeries, BaselineSeries> change) =>
        BaselineWriter.Update(Path, file => file with { Series = [.. file.Series.Select(change)] });

    /// <summary>Judges tests of a build against it.</summary>
    public DuetRun Judge(string build, string filter, params (string Name, string Value)[] variables) =>
        DuetRun.Alone(build, filter, [("PERF_BASELINE", Path), .. variables]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (DuetRun Run, string Text) Record()
    {
        string folder = Directory.CreateTempSubdirectory("perf-record-").FullName;
        try
        {
            string path = System.IO.Path.Combine(folder, "cpu.json");
            DuetRun run = DuetRun.Alone(
                DuetBuilds.Base,
                "Name=Doubled|Name=Unchanged|Name=PublishesItems|Name=AllocatesAsMuch|FullyQualifiedName~OwnControlFixture|FullyQualifiedName~FreshProcessFixture",
                ("PERF_BASELINE", path),
                ("PERF_RECORD", "true"),
                ("PERF_BUDGET", "30"));
            File.Exists(path).ShouldBeTrue(run.Output);
            return (run, File.ReadAllText(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
