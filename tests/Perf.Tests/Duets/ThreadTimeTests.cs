using NUnit.Framework;
using Perf.Duets;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

[TestFixture]
public sealed class ThreadTimeTests
{
    private readonly FakeClock _clock = new();

    [Test]
    public void ABodyThatOnlyComputesIsToldByItsThread() =>
        Look(() => _clock.Work(0.002)).TellsAll.ShouldBeTrue();

    [Test]
    public void ABodyThatWaitsForAThirtiethOfItsTimeIsNot()
    {
        ThreadTimeReport report = Look(() =>
        {
            _clock.Work(0.0966);
            _clock.Wait(0.0034);
        });

        report.ShouldBe(new ThreadTimeReport(Waits: true, HasHelpers: false));
    }

    [Test]
    public void WaitingForAProcessorIsTheNeighboursDoing() => Look(() =>
    {
        _clock.Work(0.002);
        _clock.Delay(0.004);
    }).TellsAll.ShouldBeTrue();

    [Test]
    public void ACollectionInAFewCallsIsNoWaiting()
    {
        int call = 0;

        Look(() =>
        {
            _clock.Work(0.002);
            _clock.Wait(call++ % 3 == 0 ? 0.01 : 0);
        }).Waits.ShouldBeFalse();
    }

    [Test]
    public void ThreadsThatHelpAreSeen() => Look(() =>
    {
        _clock.Work(0.002);
        _clock.Help(0.001);
    }).ShouldBe(new ThreadTimeReport(Waits: false, HasHelpers: true));

    [TestCase(0.002, 20)]
    [TestCase(0.060, 9)]
    [TestCase(3, 5)]
    public void ALongBodyIsCalledLessOften(double seconds, int expected)
    {
        int calls = 0;

        Look(() =>
        {
            calls++;
            _clock.Work(seconds);
        });

        calls.ShouldBe(expected);
    }

    private ThreadTimeReport Look(Action call) => new ThreadTime(_clock).Of(call);
}
