using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SamplerTests
{
    private static readonly SamplingPlan Noisy = new();
    private static readonly SamplingPlan Exact = new() { IsNoisy = false };

    private FakeClock _clock = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void ALaunchTakesAtLeastTwelveSamples()
    {
        LaunchSamples samples = Measure(Lasting(0.2));

        samples.WallSeconds.Count.ShouldBe(12);
        samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.2) < 1e-9);
        samples.CallsPerSample.ShouldBe(1);
        samples.Iterations.ShouldBe(12);
        samples.MeasuredSeconds.ShouldBe(2.4, 1e-9);
    }

    [Test]
    public void ALaunchTakesAtLeastAndHardlyMoreThanOneAndAHalfSeconds() =>
        Measure(Lasting(0.01)).WallSeconds.Count.ShouldBeInRange(150, 151);

    [Test]
    public void ALaunchEndsAfterFiveSecondsHoweverFewTheSamples() =>
        Measure(Lasting(1.3), firstRunSeconds: 1.3).WallSeconds.Count.ShouldBe(4);

    [Test]
    public void ABodyOfMinutesIsSampledOnce()
    {
        LaunchSamples samples = Measure(Lasting(90), firstRunSeconds: 90);

        samples.WallSeconds.ShouldBe([90.0], 1e-9);
        _clock.Now.ShouldBe(90, 1e-9);
    }

    [Test]
    public void AnExactPlanTakesFiveSamples() => Measure(Lasting(0.02), Exact).WallSeconds.Count.ShouldBe(5);

    [Test]
    public void AShortBodyIsCalledSeveralTimesASampleAndToldPerIteration()
    {
        LaunchSamples samples = Measure(() =>
        {
            _clock.Work(40e-6);
            _clock.Wait(10e-6);
        });

        samples.CallsPerSample.ShouldBe(20);
        samples.WallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 50e-6) < 1e-9);
        samples.CpuSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 40e-6) < 1e-9);
        samples.Iterations.ShouldBe(20 * samples.WallSeconds.Count);
        samples.MeasuredSeconds.ShouldBe(1.5, 0.002);
    }

    [Test]
    public void ABodyWithASlowFirstRunIsStillCalledSeveralTimesASample()
    {
        LaunchSamples samples = Measure(Lasting(20e-6), firstRunSeconds: 3);

        samples.CallsPerSample.ShouldBe(50);
        samples.MeasuredSeconds.ShouldBe(1.5, 0.002);
    }

    [Test]
    public void ABodyLongerThanASampleIsNotCalledToFindThatOut()
    {
        int calls = 0;

        LaunchSamples samples = Measure(() =>
        {
            calls++;
            _clock.Work(0.5);
        });

        calls.ShouldBe(samples.WarmUp.Calls + samples.WallSeconds.Count);
    }

    [Test]
    public void ABodyThatTheClockCannotSeeIsNotCalledMillionsOfTimesAtOnce()
    {
        _clock = new FakeClock { Resolution = 100 };
        int calls = 0;

        // One call of the warm-up lasts long enough to end it at once.
        LaunchSamples samples = Measure(() => _clock.Work(++calls == 10 ? 0.5 : 50e-9), Exact, firstRunSeconds: 2);

        samples.CallsPerSample.ShouldBeInRange(19_900, 20_100);
        calls.ShouldBeLessThan(1_000_000);
    }

    [Test]
    public void CallsOfTheWarmUpAreNotAmongTheSamples()
    {
        int calls = 0;

        LaunchSamples samples = Measure(() => _clock.Work(calls++ < 3 ? 0.5 : 0.01));

        samples.WallSeconds.ShouldAllBe(seconds => seconds < 0.011);
    }

    [Test]
    public void AWarmUpThatNeverSettlesIsTold()
    {
        int calls = 0;
        FakeCompiler compiler = new(() => new CompilerActivity(calls, 0));

        LaunchSamples samples = new Sampler(FakeProbes.With(_clock, compiler)).Measure(
            () =>
            {
                calls++;
                _clock.Work(0.1);
            },
            Exact,
            0.1,
            () => { });

        samples.WarmUp.Settled.ShouldBeFalse();
        samples.WallSeconds.Count.ShouldBe(5);
    }

    [TestCase(1)]
    [TestCase(30)]
    public void WhatTheBodyThrowsPassesThroughUntouched(int failingCall)
    {
        InvalidOperationException thrown = new("of the body");
        int calls = 0;

        Exception caught = Should.Throw<Exception>(() => Measure(() =>
        {
            _clock.Work(0.1);
            if (++calls == failingCall)
            {
                throw thrown;
            }
        }));

        caught.ShouldBeSameAs(thrown);
        calls.ShouldBe(failingCall);
    }

    [Test]
    public void ACancelledTestStopsBetweenSamples()
    {
        int calls = 0;
        bool inTheBody = false;

        Should.Throw<OperationCanceledException>(() => new Sampler(FakeProbes.With(_clock)).Measure(
            () =>
            {
                inTheBody = true;
                _clock.Work(0.1);
                calls++;
                inTheBody = false;
            },
            Noisy,
            0.1,
            () =>
            {
                inTheBody.ShouldBeFalse();
                if (calls == 30)
                {
                    throw new OperationCanceledException();
                }
            }));

        calls.ShouldBe(30);
    }

    [Test]
    public void WhatTheBodyAllocatesIsToldPerIteration([Values] bool ofAllThreads)
    {
        byte[]? last = null;

        LaunchSamples samples = Measure(
            () =>
            {
                _clock.Work(50e-6);
                last = new byte[10_000];
            },
            Exact with { Allocations = ofAllThreads });

        // An array's header and length, and its padding to eight bytes. Other threads may allocate too.
        samples.AllocatedBytes.Min().ShouldBeInRange(10_000, 10_000 + 64);
        last.ShouldNotBeNull();
    }

    private Action Lasting(double seconds) => () => _clock.Work(seconds);

    private LaunchSamples Measure(Action body, SamplingPlan? plan = null, double firstRunSeconds = 0.1) =>
        new Sampler(FakeProbes.With(_clock)).Measure(body, plan ?? Noisy, firstRunSeconds, () => { });
}
