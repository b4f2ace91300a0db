using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tests.EndToEnd;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>What a user sees of `dotnet test` with a recorded baseline and nothing else.</summary>
[NonParallelizable]
public sealed class FileVerdictTests
{
    [Test]
    public void UnchangedCodeIsNotRed()
    {
        using RecordedBaseline baseline = new();
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Unchanged|Name=BesideItsOwn|Name=AllocatesAsMuch|Name=PublishesItems");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("AllocatesAsMuch").Outcome.ShouldBe("Passed");
        run.Test("AllocatesAsMuch").Output.ShouldContain("exact");
        run.Test("Unchanged").Output.ShouldContain("[MaxRegression(10)]");

        // The instrument of the copy that is measured beside the control is not taken for the test host's.
        run.Test("PublishesItems").Output.ShouldMatch(@"throughput \(duet\.items\)\s+Pass");
    }

    [Test]
    public void ADoubledBodyIsRegressedByTheFileAloneAndTheMessageSaysHowItKnows()
    {
        using RecordedBaseline baseline = new();
        using TemporaryFolder report = new();
        TrxResult doubled = baseline.Judge(DuetBuilds.Head, "Name=Doubled", ("PERF_REPORT", report.Path)).Test("Doubled");

        doubled.Outcome.ShouldBe("Failed", doubled.Message + doubled.Output);
        BaselineSeries offered = SeriesOf(report);
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
    public void ADoubtIsSettledBesideTheBuildThatTheBaselineWasRecordedFrom()
    {
        using RecordedBaseline baseline = new(isBuildAtHand: true);
        TrxResult doubled = baseline.Judge(DuetBuilds.Head, "Name=Doubled").Test("Doubled");

        doubled.Outcome.ShouldBe("Failed", doubled.Message + doubled.Output);
        doubled.Message.ShouldContain("run beside this one");
        doubled.Message.ShouldContain(" pairs, ");
        doubled.Output.ShouldContain("settled beside the build that the baseline was recorded from; the file alone: Regressed, ratio ");
    }

    [Test]
    public void AnotherKindOfMachineIsNotComparableAndTheWayOutIsSaid()
    {
        using RecordedBaseline baseline = new();
        File.WriteAllText(baseline.Path, File.ReadAllText(baseline.Path).Replace("\"logicalCores\": ", "\"logicalCores\": 9", StringComparison.Ordinal));
        DuetRun run = baseline.Judge(DuetBuilds.Head, "Name=Doubled");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Doubled").Message.ShouldContain("is of another kind of machine (logical cores: recorded 9");
        run.Test("Doubled").Message.ShouldContain("record one here with PERF_RECORD=true");
    }

    [Test]
    public void CodeThatIsNotOptimisedIsNotComparableWithCodeThatIs()
    {
        using RecordedBaseline baseline = new();
        string jit = "\"tieringMode\": \"";
        string text = File.ReadAllText(baseline.Path);
        int end = text.IndexOf('"', text.IndexOf(jit, StringComparison.Ordinal) + jit.Length);
        bool isDebug = text[..end].EndsWith("(a Debug build)", StringComparison.Ordinal);
        string other = isDebug ? text.Replace(", no optimisation (a Debug build)", "", StringComparison.Ordinal) : text.Insert(end, ", no optimisation (a Debug build)");
        File.WriteAllText(baseline.Path, other);
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Unchanged");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Unchanged").Message.ShouldContain("no optimisation (a Debug build)");
    }

    [Test]
    public void AControlThatIsNoLongerThereIsNotComparable()
    {
        using RecordedBaseline baseline = new();
        baseline.Change(series => series.Control is { } control ? series with { Control = control with { Version = control.Version + 1 } } : series);
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=BesideItsOwn");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("BesideItsOwn").Message.ShouldContain("was recorded beside the control ShortSleep v4, which is not there any more");
    }

    [Test]
    public void AGreenRunAddsALaunchAndLeavesWhatWasAccepted()
    {
        using RecordedBaseline baseline = new();
        BaselineSeries before = baseline.SeriesOf("Unchanged");

        // Alone it may be told from nothing at all on a very busy machine: then it is not added, which is said.
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Unchanged", ("PERF_APPEND", "true"));

        BaselineSeries after = baseline.SeriesOf("Unchanged");
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

    [Test]
    public void ARedRunAddsNothing()
    {
        using RecordedBaseline baseline = new();
        baseline.Judge(DuetBuilds.Head, "Name=Doubled|Name=Unchanged", ("PERF_APPEND", "true")).ExitCode.ShouldNotBe(0);

        baseline.SeriesOf("Unchanged").Launches.Count.ShouldBe(5);
    }

    [Test]
    public void OnlyWhatIsNewIsRecordedWhereThatIsAsked()
    {
        using RecordedBaseline baseline = new();
        BaselineSeries before = baseline.SeriesOf("Unchanged");
        DuetRun run = baseline.Judge(DuetBuilds.Head, "Name=Unchanged|Name=AllocatesMore", ("PERF_RECORD", "new"));

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Unchanged").Output.ShouldContain("nothing to record: the baseline has all of it");
        baseline.SeriesOf("Unchanged").ShouldBeEquivalentTo(before);
        baseline.SeriesOf("AllocatesMore", "allocated_bytes").Launches.Count.ShouldBe(5);
    }

    private static BaselineSeries SeriesOf(TemporaryFolder report) =>
        RunDocument.Parse(File.ReadAllText(report["run.json"]), "run.json").Tests.ShouldHaveSingleItem().Series.ShouldHaveSingleItem();
}
