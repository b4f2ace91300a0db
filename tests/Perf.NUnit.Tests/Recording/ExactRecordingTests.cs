using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>Recordings of what is exact, which no neighbour disturbs.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ExactRecordingTests
{
    [Test]
    public void OnlyWhatIsNewIsRecordedWhereThatIsAsked()
    {
        using RecordedBaseline baseline = RecordedBaseline.OfOneLaunch();
        BaselineSeries before = baseline.SeriesOf("Doubled");
        DuetRun run = baseline.Judge(DuetBuilds.Head, "Name=Doubled|Name=AllocatesMore", ("PERF_RECORD", "new"));

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Doubled").Output.ShouldContain("nothing to record: the baseline has all of it");
        baseline.SeriesOf("Doubled").ShouldBeEquivalentTo(before);
        baseline.SeriesOf("AllocatesMore", "allocated_bytes").Launches.Count.ShouldBe(5);
    }

    [Test]
    public void ABaselineThatCannotBeWrittenFailsTheRecording()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["a-file"], "");

        DuetRun run = DuetRun.Alone(
            DuetBuilds.Base,
            "Name=AllocatesAsMuch",
            ("PERF_BASELINE", Path.Combine(folder["a-file"], "below-a-file.json")),
            ("PERF_RECORD", "true"));

        run.ExitCode.ShouldNotBe(0);
        run.Results.ShouldContain(result => result.Outcome == "Failed" && result.Message.Contains("cannot be written", StringComparison.Ordinal));
    }
}
