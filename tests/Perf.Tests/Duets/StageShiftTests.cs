using NUnit.Framework;
using Perf.Duets;
using Perf.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

[TestFixture]
public sealed class StageShiftTests
{
    [Test]
    public void StagesThatMovedAreNamedTheLargestChangeFirst()
    {
        DuetSamples duet = Staged(
            ("load", 0.100, 0.100), ("forward", 0.400, 0.480), ("decode", 0.100, 0.150));

        IReadOnlyList<StageShift> shifts = StageShift.Among([duet, duet], inWall: false);

        shifts.Select(shift => shift.Stage).ShouldBe(["forward", "decode"]);
        shifts[0].Ratio.ShouldBe(1.2, 1e-9);
        shifts[0].Seconds.ShouldBe(0.080, 1e-9);
        shifts[1].Seconds.ShouldBe(0.050, 1e-9);
    }

    [Test]
    public void AStageThatBecameFasterIsNamedToo() =>
        StageShift.Among([Staged(("forward", 0.4, 0.3))], inWall: false).ShouldHaveSingleItem().Seconds.ShouldBe(-0.1, 1e-9);

    [Test]
    public void WhatIsSmallBesideTheBodyExplainsNothing() =>
        StageShift.Among([Staged(("log", 0.001, 0.002))], inWall: false).ShouldBeEmpty();

    [Test]
    public void AHistogramOfTheWholeIsNoStageBesideThoseThatAre()
    {
        DuetSamples duet = Staged(("forward", 0.4, 0.5));
        InstrumentSamples whole = new("app.batch.duration", "s", IsDuration: true, [.. Enumerable.Repeat(1.0, 8)], [1]);
        InstrumentSamples slower = whole with { PerIteration = [.. Enumerable.Repeat(1.1, 8)] };
        duet = duet with
        {
            Base = duet.Base with { Samples = duet.Base.Samples with { Instruments = [.. duet.Base.Samples.Instruments, whole] } },
            Head = duet.Head with { Samples = duet.Head.Samples with { Instruments = [.. duet.Head.Samples.Instruments, slower] } },
        };

        StageShift.Among([duet], inWall: false).ShouldHaveSingleItem().Stage.ShouldBe("forward");
    }

    [Test]
    public void ChanceNamesNoStage()
    {
        DuetSamples duet = Staged(("forward", 0.4, 0.44));
        ArmSamples noisy = duet.Head with
        {
            Samples = duet.Head.Samples with
            {
                Instruments = [Stage("forward", 0.2, 0.2, 0.9, 0.9, 0.42, 0.42, 0.7, 0.7)],
            },
        };

        StageShift.Among([duet with { Head = noisy }], inWall: false).ShouldBeEmpty();
    }

    [Test]
    public void AStageThatIsNearlyTheBodyIsNamedThoughNeighboursTookTheProcessorAway()
    {
        // The stage is 0.9 of the body, 15 % longer in the head; in each round neighbours double, or not, what one of the builds takes.
        double[] waits = [1, 1, 2, 2, 1, 1, 2, 2];
        DuetSamples duet = DuetFigures.Pairs([.. Enumerable.Repeat(1.0, 8)], [.. Enumerable.Repeat(1.135, 8)]);
        duet = duet with
        {
            Base = Waiting(duet.Base, 0.9, [.. Enumerable.Repeat(1.0, 8)]),
            Head = Waiting(duet.Head, 0.9 * 1.15, waits),
        };

        StageShift.Among([duet], inWall: false).ShouldHaveSingleItem().Ratio.ShouldBe(1.15, 1e-9);
        StageShift.Among([duet], inWall: true).ShouldBeEmpty();
    }

    [Test]
    public void AStageOfOneBuildAloneHasNoRatio()
    {
        DuetSamples duet = Staged(("forward", 0.4, 0.5));
        ArmSamples without = duet.Base with
        {
            Samples = duet.Base.Samples with { Instruments = [Stage("forward", 0, 0, 0, 0, 0, 0, 0, 0)] },
        };

        StageShift.Among([duet with { Base = without }], inWall: false).ShouldBeEmpty();
    }

    private static DuetSamples Staged(params (string Name, double Base, double Head)[] stages)
    {
        double[] body = [.. Enumerable.Repeat(1.0, 8)];
        DuetSamples duet = DuetFigures.Pairs(body, body);
        return duet with
        {
            Base = With(duet.Base, stages.Select(stage => (stage.Name, stage.Base))),
            Head = With(duet.Head, stages.Select(stage => (stage.Name, stage.Head))),
        };
    }

    private static ArmSamples With(ArmSamples arm, IEnumerable<(string Name, double Seconds)> stages) => arm with
    {
        Samples = arm.Samples with
        {
            Instruments = [.. stages.Select(stage => Stage(stage.Name, [.. Enumerable.Repeat(stage.Seconds, 8)]))],
        },
    };

    private static ArmSamples Waiting(ArmSamples arm, double stage, double[] factors) => arm with
    {
        Samples = arm.Samples with
        {
            WallSeconds = [.. arm.Samples.CpuSeconds.Zip(factors, (seconds, factor) => seconds * factor)],
            Instruments = [Stage("forward", [.. factors.Select(factor => stage * factor)])],
        },
    };

    private static InstrumentSamples Stage(string name, params double[] seconds) =>
        new($"app.stage.duration{{stage={name}}}", "s", IsDuration: true, seconds, seconds);
}
