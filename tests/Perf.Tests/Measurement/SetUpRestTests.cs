using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SetUpRestTests
{
    private readonly FakeClock _clock = new();
    private int _calls;

    [SetUp]
    public void StartAnew() => _calls = 0;

    [TestCase(0.002, 3)]
    [TestCase(0.2, 1)]
    public void ARestingCompilerIsWatchedForFiveMilliseconds(double seconds, int expected)
    {
        Rest(FakeCompiler.AtRest, seconds: seconds).ShouldBe(default);

        _calls.ShouldBe(expected);
    }

    [Test]
    public void CallsGoOnUntilWhatTheyGaveTheCompilerIsDone()
    {
        // Each of the first eight calls has something compiled.
        CompilerActivity last = Rest(new FakeCompiler(() => new CompilerActivity(Math.Min(_calls, 8), 0)));

        last.ShouldBe(new CompilerActivity(8, 0));
        _calls.ShouldBe(8 + 3);
    }

    [Test]
    public void TheCompilerGoesFirst()
    {
        double start = _clock.Now;

        // Busy for 50 ms from the first call on, in which nothing is called.
        Rest(new FakeCompiler(() => _calls == 0 ? default : new CompilerActivity(0, (long)(Math.Min(_clock.Now - start, 0.05) * 1e9))));

        _calls.ShouldBe(1 + 3);
    }

    [TestCase(false, 0.1)]
    [TestCase(true, 0.5)]
    public void ACompilerThatNeverRestsIsNotWaitedForLonger(bool isAnew, double expectedSeconds)
    {
        double start = _clock.Now;
        int compiled = 0;

        Rest(new FakeCompiler(() => new CompilerActivity(compiled++, 0)), isAnew);

        (_clock.Now - start).ShouldBeInRange(expectedSeconds, expectedSeconds + 0.004);
    }

    [Test]
    public void ACancelledTestIsNotCalled()
    {
        SetUpRest rest = new(_clock, FakeCompiler.AtRest, () => throw new OperationCanceledException());

        Should.Throw<OperationCanceledException>(() => rest.Run(() => _calls++, isAnew: false));

        _calls.ShouldBe(0);
    }

    private CompilerActivity Rest(FakeCompiler compiler, bool isAnew = false, double seconds = 0.002) =>
        new SetUpRest(_clock, compiler, () => { }).Run(
            () =>
            {
                _calls++;
                _clock.Work(seconds);
            },
            isAnew);
}
