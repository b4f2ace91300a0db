using NUnit.Framework;
using Perf.Controlled;
using Perf.Measurement.Probes;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Controlled;

[TestFixture]
public sealed class ControlledLaunchTests
{
    private FakeClock _clock = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void ALaunchMeasuresForTwoSecondsOfInstancesMadeAnewEveryThreeTenths()
    {
        SimulatedSubject subject = Subject();

        ControlledSamples samples = subject.Launch();

        samples.MeasuredSeconds.ShouldBeInRange(2.1, 2.13);
        samples.Subject.Samples.WallSeconds.Count.ShouldBe(samples.Cpu.ControlBefore.Count);

        // 2.8 ms a sample; once for the warm-up, once a round.
        samples.Subject.Samples.WallSeconds.Count.ShouldBe(7 * 108);
        subject.Stands.ShouldBe(1 + 7);
        (samples.NeedsWall, samples.HasHelpers).ShouldBe((false, false));
        samples.Control.ShouldBe(new ControlName("Mixed", 1));
        samples.Tried.ShouldBeEmpty("there was nothing to choose");
    }

    [Test]
    public void WhatTheClockSaysIsKept()
    {
        ControlledSamples samples = Subject().Launch();

        samples.Subject.Samples.CpuSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.002) < 1e-9);
        samples.Cpu.ControlMedian().ShouldBe(0.0003, 1e-9);
        samples.Wall.ControlMedian().ShouldBe(0.0003, 1e-9);
        samples.Cpu.SentinelFloor().ShouldBe(0.0001, 1e-9);
        samples.Wall.SentinelFloor().ShouldBe(0.0001, 1e-9);
    }

    [Test]
    public void AroundEachCallStandControlAndSentinel()
    {
        SimulatedSubject subject = Subject();

        ControlledSamples samples = subject.Launch();

        string measured = new([.. subject.Calls.TakeLast(5 * 108)]);
        measured.Chunk(5).ShouldAllBe(around => new string(around) == "MrxrM");
        samples.Cpu.SentinelAfter.Count.ShouldBe(samples.Cpu.SentinelBefore.Count);
    }

    [Test]
    public void EachRoundBeginsWithUntimedCallsThatAreNoSamples()
    {
        SimulatedSubject subject = null!;
        List<string> beginnings = [];
        int stands = 0;
        int since = 0;
        subject = new SimulatedSubject(_clock, new Random(7))
        {
            OnCall = _ =>
            {
                (stands, since) = subject.Stands == stands ? (stands, since) : (subject.Stands, subject.Calls.Count);
                if (subject.Calls.Count == since + 10)
                {
                    beginnings.Add(new string([.. subject.Calls.Skip(since).Take(10)]));
                }
            },
        };

        subject.Launch();

        // Control and body until the compiler has rested for 5 ms.
        beginnings.Skip(1).ShouldAllBe(beginning => beginning == "MxMxMxMrxr");
        beginnings.Count.ShouldBe(8);
    }

    [Test]
    public void AShortBodyIsCalledSeveralTimesASample()
    {
        SimulatedSubject subject = new(_clock, new Random(7)) { Seconds = 1e-5 };

        ControlledSamples samples = subject.Launch();

        samples.Subject.Samples.CallsPerSample.ShouldBe(100);
        samples.Subject.Samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 1e-5) < 1e-12);
        new string([.. subject.Calls.TakeLast(104)]).ShouldBe($"Mr{new string('x', 100)}rM");
    }

    [TestCase(0.4, 12)]
    [TestCase(1, 5)]
    [TestCase(3, 2)]
    public void LongCallsAreMeasuredForAboutFiveSeconds(double seconds, int expected)
    {
        SimulatedSubject subject = new(_clock, new Random(7)) { Seconds = seconds };

        ControlledSamples samples = subject.Launch();

        samples.Subject.Samples.WallSeconds.Count.ShouldBe(expected);
        samples.MeasuredSeconds.ShouldBeLessThan(5 + seconds);
        subject.Stands.ShouldBe(1 + expected, "each call lasts longer than a round");
    }

    [Test]
    public void ALaunchThatHasDecidedEndsAfterHalfASecondAndNoSooner()
    {
        List<double> asked = [];

        ControlledSamples samples = Subject().Launch(Ask);

        samples.MeasuredSeconds.ShouldBeInRange(0.6, 0.61);
        asked.ShouldBe([samples.MeasuredSeconds], "it is asked after a whole round only");

        bool Ask(ControlledSamples soFar)
        {
            asked.Add(soFar.MeasuredSeconds);
            return true;
        }
    }

    [Test]
    public void NothingIsDecidedOverFewerThanTwelveSamples()
    {
        List<int> asked = [];
        SimulatedSubject subject = new(_clock, new Random(7)) { Seconds = 0.1 };

        subject.Launch(samples =>
        {
            asked.Add(samples.Subject.Samples.WallSeconds.Count);
            return true;
        }).MeasuredSeconds.ShouldBeInRange(1.2, 1.21);

        asked.ShouldBe([12]);
    }

    [Test]
    public void ALaunchThatIsNeverSureIsAskedAfterEachRoundAndEndsAllTheSame()
    {
        List<double> asked = [];

        Subject().Launch(samples =>
        {
            asked.Add(samples.MeasuredSeconds);
            return false;
        });

        asked.Count.ShouldBe(5, "after 0.6, 0.9, 1.2, 1.5 and 1.8 s");
    }

    [Test]
    public void ABodyThatWaitsNeedsWall() =>
        new SimulatedSubject(_clock, new Random(7)) { Waiting = 0.2 }.Launch().ShouldSatisfyAllConditions(
            samples => samples.NeedsWall.ShouldBeTrue(),
            samples => samples.HasHelpers.ShouldBeFalse());

    [Test]
    public void ABodyWithHelpersNeedsWallAndSaysSo() =>
        new SimulatedSubject(_clock, new Random(7)) { Helping = 0.9 }.Launch().ShouldSatisfyAllConditions(
            samples => samples.NeedsWall.ShouldBeTrue(),
            samples => samples.HasHelpers.ShouldBeTrue());

    [Test]
    public void FaultsOfTheBodyAreCountedPerIterationAndThoseOfTheControlAreNot()
    {
        long faults = 0;
        SimulatedSubject subject = new(_clock, new Random(7))
        {
            Seconds = 1e-4,
            OnCall = what => faults += what == 'x' ? 3 : 1000,
            CountFaults = () => faults,
        };

        ControlledSamples samples = subject.Launch();

        samples.Subject.Samples.CallsPerSample.ShouldBe(10);
        samples.MinorPageFaults.ShouldBe(3);
    }

    [Test]
    public void WithoutACountOfFaultsThereIsNone()
    {
        SimulatedSubject subject = new(_clock, new Random(7)) { CountFaults = () => PageFaults.Unknown };

        subject.Launch().MinorPageFaults.ShouldBeNull();
    }

    private SimulatedSubject Subject() => new(_clock, new Random(7));
}
