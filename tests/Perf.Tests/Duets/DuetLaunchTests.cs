using NUnit.Framework;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

[TestFixture]
public sealed class DuetLaunchTests
{
    private static readonly Random Random = new(7);

    [Test]
    public void AQuietMachineIsDoneAfterFourRounds()
    {
        SimulatedArms arms = Arms();

        DuetSamples samples = arms.Launch();

        samples.Pairs.ShouldBe(4 * 6);
        samples.PairsPerRound.ShouldBe(6);
        samples.Base.Samples.WallSeconds.Count.ShouldBe(samples.Pairs);
        samples.Head.Samples.WallSeconds.Count.ShouldBe(samples.Pairs);
        samples.Restarts.ShouldBe(0);

        // Once for the warm-up, once a round.
        arms.BaseFirst.Count.ShouldBe(5);
    }

    [Test]
    public void WhoGoesFirstIsTossedForEachPairAndEachRound()
    {
        SimulatedArms arms = new(new FakeClock(), Random) { InstanceNoise = 0.2 };

        arms.Launch();

        arms.BaseFirst.ShouldContain(true);
        arms.BaseFirst.ShouldContain(false);
        (int Base, int Head) first = (0, 0);
        foreach (char[] pair in arms.Calls.Chunk(2).TakeLast(200))
        {
            pair.Distinct().Count().ShouldBe(2, "each pair has a call of both builds");
            first = pair[0] == 'b' ? (first.Base + 1, first.Head) : (first.Base, first.Head + 1);
        }

        // 200 tosses: five standard deviations.
        Math.Abs(first.Base - first.Head).ShouldBeLessThan(71);
    }

    [Test]
    public void RoundsGoOnUntilTheirMediansAgree()
    {
        // A chance of its own: whatever other tests toss, these rounds need more than four and fewer than forty.
        SimulatedArms arms = new(new FakeClock(), new Random(7)) { InstanceNoise = 0.025 };

        DuetSamples samples = arms.Launch();

        samples.Pairs.ShouldBeGreaterThan(4 * 6);
        DuetFigures.Time(samples).StandardError.ShouldBeLessThanOrEqualTo(DuetSize.EnoughStandardError);
    }

    [Test]
    public void RoundsEndAtFortyWhateverTheNoise()
    {
        SimulatedArms arms = new(new FakeClock(), Random) { InstanceNoise = 0.5 };

        arms.Launch().Pairs.ShouldBe(40 * 6);
    }

    [Test]
    public void NoRoundBeginsAfterFiveSeconds()
    {
        // A round of six pairs of 45 ms takes 0.63 s with the untimed calls.
        SimulatedArms arms = new(new FakeClock(), Random) { Seconds = 0.045, InstanceNoise = 0.5 };

        DuetSamples samples = arms.Launch();

        samples.MeasuredSeconds.ShouldBeGreaterThanOrEqualTo(5);
        samples.MeasuredSeconds.ShouldBeLessThan(8);
    }

    [Test]
    public void LongCallsAreFewerInARound() =>
        new SimulatedArms(new FakeClock(), Random) { Seconds = 0.2 }.Launch().PairsPerRound.ShouldBe(3);

    [Test]
    public void AShortBodyIsCalledAsOftenInBothBuilds()
    {
        DuetSamples samples = new SimulatedArms(new FakeClock(), Random) { Seconds = 1e-5, Ratio = 1.5 }.Launch();

        samples.Base.Samples.CallsPerSample.ShouldBeGreaterThanOrEqualTo(90);
        samples.Head.Samples.CallsPerSample.ShouldBe(samples.Base.Samples.CallsPerSample);
        Math.Exp(DuetFigures.Time(samples).Value).ShouldBe(1.5, 0.001);
    }

    [Test]
    public void ABuildThatWaitsIsJudgedByWall()
    {
        Arms().Launch().NeedsWall.ShouldBeFalse();
        DuetSamples samples = new SimulatedArms(new FakeClock(), Random) { WaitingInHead = 0.2, Ratio = 1.25 }.Launch();

        samples.NeedsWall.ShouldBeTrue();
        Math.Exp(DuetFigures.Time(samples).Value).ShouldBe(1.25, 0.001, "a regression by waiting must not hide");
    }

    [Test]
    public void RoundsBeginAnewWhenSomethingIsCompiledBetweenPairs()
    {
        int calls = 0;
        FakeClock clock = new();
        SimulatedArms arms = new(clock, Random) { OnCall = () => calls++ };
        int quietFrom = int.MaxValue;
        FakeCompiler compiler = new(() =>
        {
            // Settled during the warm-up; one method is compiled in the second round, after four calls of rest and two of a pair.
            quietFrom = arms.BaseFirst.Count == 3 ? Math.Min(quietFrom, calls + 6) : quietFrom;
            return new CompilerActivity(calls >= quietFrom ? 101 : 100, 0);
        });

        DuetSamples samples = arms.Launch(compiler);

        samples.Restarts.ShouldBe(1);
        samples.Pairs.ShouldBe(4 * 6);
        arms.BaseFirst.Count.ShouldBe(1 + 2 + 4);
    }

    [Test]
    public void RoundsBeginAnewWhenTheCompilerHasSomethingToDoBetweenPairsThoughNothingIsDoneYet()
    {
        int calls = 0;
        FakeClock clock = new();
        SimulatedArms arms = new(clock, Random) { OnCall = () => calls++ };
        int busyFrom = int.MaxValue;
        double busySince = 0;
        FakeCompiler compiler = new(() =>
        {
            // From the second round's pairs on the compiler waits for a processor, for a fifth of a second.
            busyFrom = arms.BaseFirst.Count == 3 ? Math.Min(busyFrom, calls + 6) : busyFrom;
            busySince = calls < busyFrom ? clock.Now : busySince;
            return new CompilerActivity(100, (long)(Math.Min(clock.Now - busySince, 0.2) * 1e9));
        });

        DuetSamples samples = arms.Launch(compiler);

        samples.Restarts.ShouldBe(1);
        samples.Pairs.ShouldBe(4 * 6);
        arms.BaseFirst.Count.ShouldBe(1 + 2 + 4);
    }

    [Test]
    public void PairsWaitUntilWhatAReCreationGaveTheCompilerIsDone()
    {
        int rounds = 0;
        int callsOfRound = 0;
        SimulatedArms arms = new(new FakeClock(), Random) { OnCall = () => callsOfRound++ };

        // Each re-creation has some methods compiled in the background during the first eight calls.
        DuetSamples samples = arms.Launch(new FakeCompiler(() =>
        {
            if (arms.BaseFirst.Count != rounds)
            {
                (rounds, callsOfRound) = (arms.BaseFirst.Count, 0);
            }

            return new CompilerActivity((10 * rounds) + Math.Min(callsOfRound, 8), 0);
        }));

        samples.Restarts.ShouldBe(0);
        samples.Pairs.ShouldBe(4 * 6);
    }

    [Test]
    public void ALongBodyDoesNotBeginAnewForWhatIsCompiledLate()
    {
        int calls = 0;
        SimulatedArms arms = new(new FakeClock(), Random) { Seconds = 0.2, OnCall = () => calls++ };

        // A round takes 1.6 s; a method is compiled in each.
        DuetSamples samples = arms.Launch(new FakeCompiler(() => new CompilerActivity(arms.BaseFirst.Count > 1 ? calls : 0, 0)));

        samples.WarmUp.Settled.ShouldBeTrue();
        samples.Restarts.ShouldBe(0);
    }

    [Test]
    public void ALaunchThatDoesNotFitTheBudgetIsNotBegun()
    {
        SimulatedArms arms = new(new FakeClock(), Random) { Seconds = 2.1 };

        Should.Throw<MeasurementException>(() => arms.Launch()).Message
            .ShouldBe("one call takes 2.1 s, a launch beside the base build 67 s at least: raise PERF_BUDGET (60 s) or make the workload smaller");
        arms.BaseFirst.ShouldHaveSingleItem("only the warm-up was run");
    }

    [Test]
    public void WhatCompilesForEverIsMeasuredAllTheSame()
    {
        int compiled = 0;

        DuetSamples samples = Arms().Launch(new FakeCompiler(() => new CompilerActivity(compiled++, 0)));

        samples.WarmUp.Settled.ShouldBeFalse();
        samples.Restarts.ShouldBe(0);
        samples.Pairs.ShouldBe(4 * 6);
    }

    private static SimulatedArms Arms() => new(new FakeClock(), Random);
}
