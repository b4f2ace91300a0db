using NUnit.Framework;
using Perf.Baselines;
using Perf.Recording;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>What a user sees of a recording. The bodies sleep, so that no neighbour decides.</summary>
[NonParallelizable]
public sealed class RecordingTests
{
    private RecordedBaseline _baseline = null!;

    private static string Output => RecordedBaseline.Run.Output.ReplaceLineEndings("\n");

    [SetUp]
    public void Take() => _baseline = RecordedBaseline.WithBuildAtHand();

    [TearDown]
    public void Remove() => _baseline.Dispose();

    [Test]
    public void ATestIsRecordedInFiveProcessesBesideTheControlThatFollowsIt()
    {
        BaselineSeries series = _baseline.SeriesOf("PublishesItems");

        series.Launches.Count.ShouldBe(Recorder.Launches);
        series.Accepted.ShouldBe(0.005, 0.005);
        series.Control!.Name.ShouldBeOneOf("Mixed", "Gemm", "Stream");
        series.ResolutionPercent!.Value.ShouldBeGreaterThan(2);
        series.Launches.ShouldAllBe(launch => launch.Beside!.Calls >= 12 && launch.Beside.NeedsWall && launch.Quantiles.Count == 21);
    }

    [Test]
    public void ProgressIsToldWithTheTimeThatIsLeftAndWhatWasChosen()
    {
        Output.ShouldContain("Perf: recording, process 1 of 5");
        Output.ShouldContain("process 5 of 5");
        Output.ShouldMatch(@"measurement \d+ of \d+ \(Perf\.DuetData\.\w+\.\w+\), about \d+ (s|min) left");
        Output.ShouldMatch(@"recorded Perf\.DuetData\.ItemsFixture\.PublishesItems: time \d+(\.\d+)? ms \(resolves \d+\.\d %\); 5 launches beside \w+ \(the ratio varies by \d+\.\d %; \w+ ");
    }

    [Test]
    public void ControlOfOnesOwnIsTakenWhateverTheOthersDo()
    {
        AcceptedControl control = _baseline.SeriesOf("Doubled").Control!;

        (control.Name, control.Version).ShouldBe(("ShortSleep", 3));
        Output.ShouldContain("5 launches beside ShortSleep (the ratio varies by");
    }

    [Test]
    public void WhatIsExactIsRecordedAsItIs() =>
        _baseline.SeriesOf("AllocatesAsMuch", "allocated_bytes").Accepted.ShouldBe(1024);

    [Test]
    public void ATestThatNUnitRepeatsIsRecordedOnce() =>
        _baseline.SeriesOf("Repeated", "allocated_bytes").Launches.Count.ShouldBe(Recorder.Launches);

    [Test]
    public void TheStagesOfTheBodyAreRecordedToo() => _baseline.SeriesOf("Doubled").Stages!
        .Select(stage => stage.Instrument)
        .ShouldBe(["duet.stage.duration{stage=load}", "duet.stage.duration{stage=forward}"], ignoreOrder: true);

    [Test]
    public void TheBuildIsKeptThatItWasRecordedFrom()
    {
        string key = _baseline.SeriesOf("PublishesItems").Build!;
        string kept = Path.Combine(Path.GetDirectoryName(DotnetTest.Project("Perf.NUnit.DuetData"))!, ".perf", "builds", key);

        File.ReadAllBytes(Path.Combine(kept, $"{DuetBuilds.Assembly}.dll"))
            .ShouldBe(File.ReadAllBytes(Path.Combine(DuetBuilds.Base, $"{DuetBuilds.Assembly}.dll")));
    }

    [TestCase("ThrowsThere", "not in a second process")]
    [TestCase("DiesThere", "about to die")]
    [TestCase("BesideNoControl", "[PerfControl(typeof(String))]: String does not implement IPerfControl")]
    public void ATestThatCannotBeRecordedFailsAndTheOthersAreRecorded(string test, string why)
    {
        _baseline.Content.Series.ShouldNotContain(series => series.Test.EndsWith(test, StringComparison.Ordinal));
        TrxResult failed = RecordedBaseline.Run.Results.Single(result => result.Name == test && result.Outcome == "Failed");
        failed.Message.ShouldContain("is not recorded: 0 of 5 processes measured it");
        failed.Message.ShouldContain(why);
        RecordedBaseline.Run.ExitCode.ShouldNotBe(0);
    }
}
