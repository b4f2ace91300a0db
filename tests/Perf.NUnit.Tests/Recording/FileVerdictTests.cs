using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tests.EndToEnd;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>
/// What a user sees of `dotnet test` with a recorded baseline and nothing else. In the base build nothing is doubled.
/// </summary>
[NonParallelizable]
public sealed class FileVerdictTests
{
    private static readonly Lazy<RedRun> Red = new(Judge);

    [Test]
    public void UnchangedCodeIsNotRed()
    {
        using RecordedBaseline baseline = RecordedBaseline.Alone();
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Doubled|Name=AllocatesAsMuch|Name=PublishesItems");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("AllocatesAsMuch").Outcome.ShouldBe("Passed");
        run.Test("AllocatesAsMuch").Output.ShouldContain("exact");
        run.Test("Doubled").Output.ShouldContain("[MaxRegression(10)]");

        // The instrument of the copy that is measured beside the control is not taken for the test host's.
        run.Test("PublishesItems").Output.ShouldMatch(@"throughput \(duet\.items\)\s+Pass");
    }

    [Test]
    public void ADoubledBodyIsRegressedByTheFileAloneAndTheMessageSaysHowItKnows()
    {
        TrxResult doubled = Red.Value.Run.Test("Doubled");

        doubled.Outcome.ShouldBe("Failed", doubled.Message + doubled.Output);
        BaselineSeries offered = Red.Value.Offered;
        offered.IsControlled.ShouldBeTrue("whoever accepts the change has something to compare with");
        offered.Build.ShouldNotBeNull("later doubts are settled beside it");
        string[] lines = doubled.Message.ReplaceLineEndings("\n").Split('\n');
        lines[0].ShouldMatch(@"^Time regression: \+\d+\.\d % \(allowed \+10 %\)$");
        lines[1].ShouldMatch(@"^  Baseline:    1\d(\.\d+)? ms  .*cpu\.json.*, \d{4}-\d\d-\d\d, same machine kind, 5 launches$");
        lines[2].ShouldMatch(@"^  Current:     \d+(\.\d+)? ms  ratio [12]\.\d+, 99 % bounds \d\.\d+ … \d\.\d+; [2-5] launches, \d+ calls, \d+\.\d s, wall time$");
        lines[3].ShouldMatch(@"^  Allowed:     1\d(\.\d+)? ms  baseline \+ 10 %  \(\[MaxRegression\(10\)\]\)$");
        lines[5].ShouldMatch(@"^  Where:       forward \+\d+\.\d %");
        lines[6].ShouldMatch(@"^  Noise:       control \w+ ×\d\.\d\d, sentinel ×\d\.\d\d of the recorded; \d+ % of the calls disturbed, \d+ % set aside, launches \d+\.\d %; smallest change that this run could tell \d+\.\d %$");
    }

    [Test]
    public void ARedRunAddsNothing()
    {
        Red.Value.Run.ExitCode.ShouldNotBe(0);

        Red.Value.LaunchesOfAnother.ShouldBe(5);
    }

    [Test]
    public void ADoubtIsSettledBesideTheBuildThatTheBaselineWasRecordedFrom()
    {
        using RecordedBaseline baseline = RecordedBaseline.WithBuildAtHand();
        TrxResult doubled = baseline.Judge(DuetBuilds.Head, "Name=Doubled").Test("Doubled");

        doubled.Outcome.ShouldBe("Failed", doubled.Message + doubled.Output);
        doubled.Message.ShouldContain("run beside this one");
        doubled.Message.ShouldContain(" pairs, ");
        doubled.Output.ShouldContain("settled beside the build that the baseline was recorded from; the file alone: Regressed, ratio ");
    }

    [Test]
    public void AGreenRunAddsALaunchAndLeavesWhatWasAccepted()
    {
        using RecordedBaseline baseline = RecordedBaseline.Alone();
        BaselineSeries before = baseline.SeriesOf("Doubled");

        // Alone it may be told from nothing at all on a very busy machine: then it is not added, which is said.
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Doubled", ("PERF_APPEND", "true"));

        BaselineSeries after = baseline.SeriesOf("Doubled");
        bool isAdded = run.Output.Contains("1 more launch into", StringComparison.Ordinal);
        after.Launches.Count.ShouldBe(isAdded ? 6 : 5, run.Output);
        (after.Accepted, after.Control).ShouldBe((before.Accepted, before.Control));
        if (isAdded)
        {
            after.Launches[^1].At.ShouldNotBeNull();
        }
        else
        {
            run.Output.ShouldContain("no launch was added to the baseline");
        }
    }

    private static RedRun Judge()
    {
        using RecordedBaseline baseline = RecordedBaseline.Alone();
        using TemporaryFolder report = new();
        DuetRun run = baseline.Judge(DuetBuilds.Head, "Name=Doubled|Name=PublishesItems", ("PERF_APPEND", "true"), ("PERF_REPORT", report.Path));
        RunDocument document = RunDocument.Parse(File.ReadAllText(report["run.json"]), "run.json");
        return new RedRun(
            run,
            document.Tests.Single(test => test.Test.MethodName == "Doubled").Series.ShouldHaveSingleItem(),
            baseline.SeriesOf("PublishesItems").Launches.Count);
    }

    /// <summary>A red run that was to add its launches.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Offered">What it offers for the test that is red.</param>
    /// <param name="LaunchesOfAnother">The launches of a green test in the baseline after it.</param>
    private sealed record RedRun(DuetRun Run, BaselineSeries Offered, int LaunchesOfAnother);
}
