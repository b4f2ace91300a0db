using NUnit.Framework;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Judging;
using Perf.Tests.Baselines;
using Perf.Tests.Controlled;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

/// <summary>What a file may suspect and not decide, which clock it decides in, and several promises at once.</summary>
[TestFixture]
public sealed class AgainstFileDoubtTests
{
    private static readonly ControlledSamples[] Slower = [.. Enumerable.Repeat(SomeControlled.Launch(1.2), 5)];

    [Test]
    public void ThreadsAreSuspectedAndNotCalledARegression()
    {
        ControlledSamples[] recorded = [.. Enumerable.Repeat(SomeControlled.Launch() with { HasHelpers = true }, 5)];

        Judgement judgement = Judge(SomeBaseline.Controlled("A", recorded), [.. Slower.Select(launch => launch with { HasHelpers = true })]);

        IsSuspected(judgement, afterLaunches: 2);
        judgement.Reason.ShouldStartWith("suspected regression (ratio 1.200, 99 % bounds 1.1");
        judgement.Reason.ShouldEndWith(
            "): the body uses several threads, and what disturbs the others is not seen; a file cannot decide that, "
            + "run again, or let a duet decide: dotnet perf duet --base 4f3c2a1");
    }

    [Test]
    public void MemoryBandwidthIsSuspectedAndNotCalledARegression()
    {
        ControlledSamples[] recorded = [.. Enumerable.Repeat(SomeControlled.Launch() with { Control = new ControlName("Stream", 1) }, 5)];

        Judgement judgement = Judge(SomeBaseline.Controlled("A", recorded), Slower);

        IsSuspected(judgement, afterLaunches: 2);
        judgement.Reason.ShouldContain("): the body lives on memory bandwidth, which neighbours share; a file cannot decide that, ");
    }

    [Test]
    public void WorkOnADeviceIsSuspectedOnlyBesideAControlOfTheProcessor()
    {
        ControlledSamples[] onDevice = [.. Slower.Select(launch => launch with { UsesDevice = true })];
        ControlledSamples[] besideOwn = [.. onDevice.Select(launch => launch with { Control = new ControlName("DeviceProduct", 1) })];
        ControlledSamples recorded = SomeControlled.Launch() with { Control = new ControlName("DeviceProduct", 1) };

        Judgement judgement = Judge(SomeBaseline.Controlled("A"), onDevice);

        IsSuspected(judgement, afterLaunches: 2);
        judgement.Reason.ShouldContain(
            "): the body works on a device, and the control Mixed does not: name one that does by [PerfControl] and record anew; a file cannot decide that, ");
        Judge(SomeBaseline.Controlled("A", recorded, recorded, recorded, recorded, recorded), besideOwn).Verdict.ShouldBe(Verdict.Regressed);
    }

    [Test]
    public void WhereProcessesDifferTooMuchARegressionIsSuspectedOnly()
    {
        double[] logs = [-0.12, -0.06, 0, 0.06, 0.12];
        ControlledSamples[] recorded = [.. logs.Select(log => SomeControlled.Launch(Math.Exp(log)))];

        Judgement judgement = Judge(SomeBaseline.Controlled("A", recorded), [.. Enumerable.Repeat(SomeControlled.Launch(1.6), 5)]);

        IsSuspected(judgement, afterLaunches: 2);

        // τ² = (4 · 0.0004 + 0.036) / 9
        judgement.Reason.ShouldContain("): processes of this test differ by 6.5 % among themselves; a file cannot decide that, ");
        judgement.Control!.Luck!.Value.ShouldBe(Math.Sqrt(0.0376 / 9), 1e-5);
    }

    [Test]
    public void WhatIsNotDecidedRedMayPassAllTheSame()
    {
        ControlledSamples[] recorded = [.. Enumerable.Repeat(SomeControlled.Launch() with { HasHelpers = true }, 5)];

        Judge(SomeBaseline.Controlled("A", recorded), recorded[0]).Verdict.ShouldBe(Verdict.Pass);
    }

    [Test]
    public void OneLaunchThatNeedsWallMakesItTheClockOfAll()
    {
        // By CPU time nothing has changed; by wall it waits a fifth of its time more.
        ControlledSamples waiting = Waiting(SomeControlled.Launch(), 1.25);

        Judgement judgement = Judge(SomeBaseline.Controlled("A"), Waiting(SomeControlled.Launch(1.09), 1.25), waiting with { NeedsWall = true });

        judgement.Clock.ShouldBe("wall time");
        judgement.Verdict.ShouldBe(Verdict.Regressed);
        judgement.Ratio!.Value.ShouldBe(1.25, 1e-4);
    }

    [Test]
    public void ABaselineThatNeedsWallMakesItTheClock()
    {
        ControlledSamples waiting = Waiting(SomeControlled.Launch(), 1.25);
        BaselineSeries series = SomeBaseline.Controlled("A", waiting, waiting with { NeedsWall = true }, waiting);

        Judgement same = Judge(series, waiting);
        Judgement shorter = Judge(series, SomeControlled.Launch());

        (same.Verdict, same.Clock).ShouldBe((Verdict.Pass, "wall time"));
        same.Ratio!.Value.ShouldBe(1, 1e-5);
        shorter.Ratio!.Value.ShouldBe(0.8, 1e-5);
    }

    [Test]
    public void TwoPromisesOfATestAreDecidedFromTheSameLaunches()
    {
        // Half of the items in the same time: the rate regressed, the time did not.
        BaselineSeries time = SomeBaseline.Controlled("A", [.. Enumerable.Repeat(Counting(8), 5)]);
        BaselineSeries rate = SomeBaseline.Controlled("A", SomeObjectives.RateRegression, [.. Enumerable.Repeat(Counting(8), 5)]);
        ScriptedLaunches source = new([.. Enumerable.Repeat(Counting(4), 5)]);

        IReadOnlyList<Judgement> judgements = new Judge(new FakeClock(), 60).Decide(
            [SomeObjectives.TimeRegression, SomeObjectives.RateRegression],
            new AgainstFile(source, objective => objective == SomeObjectives.RateRegression ? SomeBaseline.Limit(rate, isRate: true) : SomeBaseline.Limit(time)));

        judgements.Select(judgement => judgement.Verdict).ShouldBe([Verdict.Pass, Verdict.Regressed]);
        judgements.Select(judgement => judgement.Launches).ShouldBe([1, 2]);
        source.Enough.ShouldBe([false, false], "the first could not end early for the sake of the rate");
        judgements[1].Current!.Value.ShouldBe(2000, 0.1);
        judgements[1].Ratio!.Value.ShouldBe(2, 1e-4);
    }

    [Test]
    public void WhatIsDecidedDoesNotKeepTheOthersFromEndingEarly()
    {
        BaselineSeries time = SomeBaseline.Controlled("A", [.. Enumerable.Repeat(Counting(8), 5)]);
        BaselineSeries rate = SomeBaseline.Controlled("A", SomeObjectives.RateRegression, [.. Enumerable.Repeat(Counting(8), 5)]);
        ScriptedLaunches source = new(Counting(7.1), Counting(8), Counting(8), Counting(8), Counting(8));

        IReadOnlyList<Judgement> judgements = new Judge(new FakeClock(), 60).Decide(
            [SomeObjectives.TimeRegression, SomeObjectives.RateRegression],
            new AgainstFile(source, objective => objective == SomeObjectives.RateRegression ? SomeBaseline.Limit(rate, isRate: true) : SomeBaseline.Limit(time)));

        judgements.ShouldAllBe(judgement => judgement.Verdict == Verdict.Pass);
        judgements.Select(judgement => judgement.Launches).ShouldBe([1, 2]);
        source.Enough.ShouldBe([false, true]);
    }

    private static void IsSuspected(Judgement judgement, int afterLaunches)
    {
        judgement.Verdict.ShouldBe(Verdict.Inconclusive);
        judgement.IsSuspected.ShouldBeTrue();
        judgement.Launches.ShouldBe(afterLaunches, "more launches would not change that");
    }

    private static Judgement Judge(BaselineSeries series, params ControlledSamples[] launches) =>
        new Judge(new FakeClock(), 60)
            .Decide([SomeObjectives.TimeRegression], new AgainstFile(new ScriptedLaunches(launches), _ => SomeBaseline.Limit(series)))
            .ShouldHaveSingleItem();

    private static ControlledSamples Waiting(ControlledSamples launch, double ratio) => launch.WithSamples(
        body => body with { WallSeconds = [.. body.WallSeconds.Select(_ => 0.002 * ratio)] });

    private static ControlledSamples Counting(double items) =>
        SomeControlled.Launch().Recording(SomeSamples.Instrument("receipts.images", [.. Enumerable.Repeat(items, 40)]));
}
