using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>A baseline that the base build made once; each test judges against a copy of its own.</summary>
internal sealed class RecordedBaseline : IDisposable
{
    private static readonly Lazy<(DuetRun Run, string Text)> Recorded = new(Record);
    private static readonly Lazy<string> Candidate = new(MakeCandidate);

    private readonly string _folder = Directory.CreateTempSubdirectory("perf-recorded-").FullName;

    private RecordedBaseline(string text) => File.WriteAllText(Path, text);

    /// <summary>A recording, with the name of the build that it was made from.</summary>
    public static RecordedBaseline WithBuildAtHand() => new(Recorded.Value.Text);

    /// <summary>A recording alone.</summary>
    public static RecordedBaseline Alone()
    {
        RecordedBaseline baseline = new(Recorded.Value.Text);
        baseline.Change(series => series with { Build = null });
        return baseline;
    }

    /// <summary>What a run without a baseline leaves: one launch, where no time decides.</summary>
    public static RecordedBaseline OfOneLaunch() => new(Candidate.Value);

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
                "Name=Doubled|Name=PublishesItems|Name=AllocatesAsMuch|Name=BesideNoControl|FullyQualifiedName~FreshProcessFixture",
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

    private static string MakeCandidate()
    {
        string folder = Directory.CreateTempSubdirectory("perf-candidate-").FullName;
        try
        {
            DuetRun run = DuetRun.Alone(
                DuetBuilds.Base,
                "Name=Doubled",
                ("PERF_BASELINE", System.IO.Path.Combine(folder, "none.json")),
                ("PERF_REPORT", folder));
            string path = System.IO.Path.Combine(folder, "cpu.candidate.json");
            File.Exists(path).ShouldBeTrue(run.Output);
            return File.ReadAllText(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
