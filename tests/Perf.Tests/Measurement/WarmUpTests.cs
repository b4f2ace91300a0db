using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class WarmUpTests
{
    private FakeClock _clock = null!;
    private int _calls;

    [SetUp]
    public void StartAnew() => (_clock, _calls) = (new FakeClock(), 0);

    [Test]
    public void SixtyCallsAreNotEnoughBeforeSevenTenthsOfASecond()
    {
        WarmUpReport report = Run(secondsPerCall: 0.010);

        report.Calls.ShouldBeInRange(70, 71);
        report.Seconds.ShouldBe(_clock.Now);
        report.Settled.ShouldBeTrue();
    }

    [Test]
    public void SevenTenthsOfASecondAreNotEnoughBeforeSixtyCalls() => Run(secondsPerCall: 0.025).Calls.ShouldBe(60);

    [Test]
    public void TwoSecondsAreEnoughHoweverFewTheCalls() => Run(secondsPerCall: 0.300).Calls.ShouldBe(7);

    [Test]
    public void MethodsThatAreStillCompiledPostponeTheEnd()
    {
        WarmUpReport report = Run(0.010, () => new CompilerActivity(Math.Min(_calls, 100), 0));

        // 0.4 s of rest after the last method, which the 100th call had compiled
        report.Calls.ShouldBeInRange(140, 141);
        report.Settled.ShouldBeTrue();
    }

    [Test]
    public void ABackgroundCompilerThatWaitsForAProcessorIsNotAtRest() =>
        Run(0.010, () => new CompilerActivity(7, Math.Min(_calls, 100))).Calls.ShouldBeInRange(140, 141);

    [Test]
    public void WhereNothingPendingIsHiddenTheCallsThatWouldAskForMoreAreEnough()
    {
        FakeCompiler untilTheTwoHundredthCall = new(() => new CompilerActivity(7, Math.Min(_calls, 200))) { SeesAllPending = true };

        Run(0.005, untilTheTwoHundredthCall).Calls.ShouldBe(235);
    }

    [Test]
    public void OfShortCallsTheRestIsATenthOfASecondAtLeast()
    {
        FakeCompiler untilTheThousandthCall = new(() => new CompilerActivity(Math.Min(_calls, 1000), 1)) { SeesAllPending = true };

        Run(0.001, untilTheThousandthCall).Calls.ShouldBeInRange(1100, 1101);
    }

    [Test]
    public void TheCompilerGoesFirst()
    {
        // It works for a second, whatever is called meanwhile.
        WarmUpReport report = Run(0.005, () => new CompilerActivity((long)(Math.Min(_clock.Now, 1) * 10_000), 0));

        // A call of 5 ms and a pause of 20 ms by turns, then 0.4 s of calls.
        report.Calls.ShouldBeInRange(40 + 80, 42 + 81);
    }

    [Test]
    public void CodeThatCompilesInEveryCallIsReportedAsNotSettledAfterFifteenSeconds()
    {
        WarmUpReport report = Run(0.100, () => new CompilerActivity(_calls, 0));

        report.Calls.ShouldBeInRange(148, 149);
        report.Seconds.ShouldBe(15, 0.11);
        report.Settled.ShouldBeFalse();
    }

    [Test]
    public void WhatTheFirstRunTookCounts() => Run(0.500, alreadySpentSeconds: 1.6).Calls.ShouldBe(1);

    [Test]
    public void ABodyOfMinutesIsWarmAfterItsFirstRun()
    {
        WarmUpReport report = Run(120, () => new CompilerActivity(_calls, 0), alreadySpentSeconds: 120);

        report.ShouldBe(new WarmUpReport(0, 0, Settled: true));
    }

    [Test]
    public void WhatCallsTookIsToldInTheirOrder()
    {
        WarmUpReport report = Run(0.010);

        report.CallSeconds.Count.ShouldBe(report.Calls);
        report.CallSeconds.ShouldAllBe(seconds => Math.Abs(seconds - 0.010) < 1e-9);
        Run(0.001, () => new CompilerActivity(_calls, 0)).CallSeconds.Count.ShouldBeInRange(WarmUpReport.MostCalls / 2, WarmUpReport.MostCalls);
    }

    [Test]
    public void ACancelledTestStopsBetweenCalls()
    {
        Should.Throw<OperationCanceledException>(() => Run(0.010, throwIfStopped: () =>
        {
            if (_calls == 3)
            {
                throw new OperationCanceledException();
            }
        }));

        _calls.ShouldBe(3);
    }

    [Test]
    public void ADeviceThatRisesIsWaitedFor()
    {
        // Idle at first: the 150th call is the first at full pace.
        WarmUpReport report = Run(() => Math.Max(0.010, 0.025 - (_calls * 0.0001)));

        report.Calls.ShouldBeInRange(150, 185);
        report.Settled.ShouldBeTrue();
    }

    [Test]
    public void ADeviceThatNeverComesToItsPaceEndsTheWarmUpUnsettled()
    {
        WarmUpReport report = Run(() => 0.010 * Math.Pow(1.01, _calls % 600));

        report.Seconds.ShouldBeGreaterThanOrEqualTo(15);
        report.Settled.ShouldBeFalse();
    }

    [Test]
    public void WhatTheBodyThrowsPassesThroughUntouched()
    {
        InvalidOperationException thrown = new("of the body");

        Exception caught = Should.Throw<Exception>(() =>
            new WarmUp(_clock, FakeCompiler.AtRest).Run(() => throw thrown, 0, () => { }));

        caught.ShouldBeSameAs(thrown);
    }

    private WarmUpReport Run(
        double secondsPerCall,
        Func<CompilerActivity> compiler,
        double alreadySpentSeconds = 0) => Run(secondsPerCall, new FakeCompiler(compiler), alreadySpentSeconds);

    private WarmUpReport Run(
        double secondsPerCall,
        FakeCompiler? compiler = null,
        double alreadySpentSeconds = 0,
        Action? throwIfStopped = null)
    {
        return new WarmUp(_clock, compiler ?? FakeCompiler.AtRest).Run(Call, alreadySpentSeconds, throwIfStopped ?? (() => { }));

        void Call()
        {
            _clock.Work(secondsPerCall);
            _calls++;
        }
    }

    private WarmUpReport Run(Func<double> secondsOnTheDevice) =>
        new WarmUp(_clock, FakeCompiler.AtRest, new DeviceSteadiness(new FakeDevice())).Run(
            () =>
            {
                _clock.Work(secondsOnTheDevice());
                _calls++;
            },
            0,
            () => { });
}
