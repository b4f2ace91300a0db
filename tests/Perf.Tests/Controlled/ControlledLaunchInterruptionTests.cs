using NUnit.Framework;
using Perf.Controlled;
using Perf.Measurement.Controls;
using Perf.Measurement.Probes;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Controlled;

/// <summary>What the compiler, a cancelled test or a body that throws does to a launch.</summary>
[TestFixture]
public sealed class ControlledLaunchInterruptionTests
{
    private FakeClock _clock = null!;
    private SimulatedSubject _subject = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void ALaunchBeginsAnewWhenSomethingIsCompiledAmongItsSamples()
    {
        int calls = 0;
        int quietFrom = int.MaxValue;

        // Settled during the warm-up; one method is compiled in the second round, long after the untimed calls.
        _subject = Subject(_ => calls++, new FakeCompiler(() =>
        {
            quietFrom = _subject.Stands == 3 ? Math.Min(quietFrom, calls + 100) : quietFrom;
            return new CompilerActivity(calls >= quietFrom ? 101 : 100, 0);
        }));

        ControlledSamples samples = _subject.Launch();

        samples.WarmUp.Settled.ShouldBeTrue();
        _subject.Stands.ShouldBe(1 + 2 + 7);
        samples.Subject.Samples.WallSeconds.Count.ShouldBe(7 * 108, "those before are forgotten");
        samples.MeasuredSeconds.ShouldBeInRange(2.1, 2.13);
    }

    [Test]
    public void WhatWasBegunToBeCompiledCountsThoughItIsNotDone()
    {
        int calls = 0;
        int busyFrom = int.MaxValue;
        double busySince = 0;

        // In the second round the compiler begins to wait for a processor, for a fifth of a second.
        _subject = Subject(_ => calls++, new FakeCompiler(() =>
        {
            busyFrom = _subject.Stands == 3 ? Math.Min(busyFrom, calls + 100) : busyFrom;
            busySince = calls < busyFrom ? _clock.Now : busySince;
            return new CompilerActivity(100, (long)(Math.Min(_clock.Now - busySince, 0.2) * 1e9));
        }));

        _subject.Launch();

        _subject.Stands.ShouldBe(1 + 2 + 7);
    }

    [Test]
    public void WhatAReCreationGivesTheCompilerIsDoneBeforeTheFirstSample()
    {
        int stands = 0;
        int callsOfStand = 0;
        _subject = Subject(_ => callsOfStand++, new FakeCompiler(() =>
        {
            (stands, callsOfStand) = _subject.Stands == stands ? (stands, callsOfStand) : (_subject.Stands, 0);
            return new CompilerActivity((20 * stands) + Math.Min(callsOfStand, 12), 0);
        }));

        _subject.Launch();

        _subject.Stands.ShouldBe(1 + 7, "nothing began anew");
    }

    [Test]
    public void ALaunchBeginsAnewThreeTimesAtMost()
    {
        int compiled = 0;
        bool isWarm = false;
        _subject = Subject(_ => { }, new FakeCompiler(() =>
        {
            isWarm |= _subject.Stands > 1;
            return new CompilerActivity(isWarm ? compiled++ : 0, 0);
        }));

        ControlledSamples samples = _subject.Launch();

        samples.WarmUp.Settled.ShouldBeTrue();
        _subject.Stands.ShouldBe(1 + 3 + 7);
        samples.MeasuredSeconds.ShouldBeInRange(2.1, 2.13);
    }

    [Test]
    public void WhatCompilesForEverIsMeasuredAllTheSame()
    {
        int compiled = 0;
        _subject = Subject(_ => { }, new FakeCompiler(() => new CompilerActivity(compiled++, 0)));

        ControlledSamples samples = _subject.Launch();

        samples.WarmUp.Settled.ShouldBeFalse();
        _subject.Stands.ShouldBe(1 + 7);
    }

    [TestCase(0.1, TestName = "ACancelledWarmUpEndsAtOnce")]
    [TestCase(1.0, TestName = "ACancelledTrialOfControlsEndsAtOnce")]
    [TestCase(3.0, TestName = "ACancelledLaunchEndsAtOnce")]
    public void Cancelled(double atSeconds)
    {
        double stopped = 0;
        _subject = new SimulatedSubject(_clock, new Random(7))
        {
            ThrowIfStopped = () =>
            {
                if (_clock.Now >= atSeconds)
                {
                    stopped = _clock.Now;
                    throw new OperationCanceledException("stopped");
                }
            },
        };
        IControl[] controls = [_subject.Control(), _subject.Control("Gemm"), _subject.Control("Own")];

        Should.Throw<OperationCanceledException>(() => _subject.Launch(controls, own: null)).Message.ShouldBe("stopped");

        stopped.ShouldBeInRange(atSeconds, atSeconds + 0.01);
        _clock.Now.ShouldBe(stopped);
        _subject.IsStanding.ShouldBeFalse();
    }

    [Test]
    public void WhatTheBodyThrowsPassesThroughAndItIsTakenDown()
    {
        _subject = Subject(
            what =>
            {
                if (what == 'x' && _subject.Stands == 3)
                {
                    throw new InvalidDataException("no such image");
                }
            },
            FakeCompiler.AtRest);

        Should.Throw<InvalidDataException>(() => _subject.Launch()).Message.ShouldBe("no such image");

        _subject.IsStanding.ShouldBeFalse();
        _subject.Stands.ShouldBe(3, "it threw in the second round");
    }

    private SimulatedSubject Subject(Action<char> onCall, ICompilerProbe compiler) =>
        new(_clock, new Random(7)) { OnCall = onCall, Compiler = compiler };
}
