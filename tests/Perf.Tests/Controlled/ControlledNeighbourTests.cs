using NUnit.Framework;
using Perf.Controlled;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Controlled;

/// <summary>What a neighbour on the same core, the layout of instances and the luck of a process leave of a launch's estimate.</summary>
[TestFixture]
public sealed class ControlledNeighbourTests
{
    private static readonly double Undisturbed = Math.Log(0.002 / 0.0003);

    [TestCase(1.5)]
    [TestCase(3)]
    public void ANeighbourHalfOfTheTimeIsSeenAndDoesNotMoveTheEstimate(double slowdown)
    {
        ControlledEstimate estimate = Of(new SimulatedSubject(new FakeClock(), new Random(7))
        {
            NeighbourAwaySeconds = 0.05,
            NeighbourStaysSeconds = 0.05,
            Slowdown = slowdown,
        });

        estimate.Estimate.Value.ShouldBe(Undisturbed, 1e-3);
        (estimate.QuietCalls / (double)estimate.Calls).ShouldBeInRange(0.3, 0.8);
        estimate.SetAside.ShouldBe(1 - (estimate.QuietCalls / (double)estimate.Calls), 0.01);
    }

    [Test]
    public void OneThatNeverLeavesSlowsTheControlAsItSlowsTheBody()
    {
        ControlledEstimate estimate = Of(new SimulatedSubject(new FakeClock(), new Random(7)) { NeighbourAwaySeconds = 0.05, NeighbourStaysSeconds = 1000 });

        estimate.QuietCalls.ShouldBe(0);
        estimate.SetAside.ShouldBe(0, 0.01);
        estimate.Estimate.Value.ShouldBe(Undisturbed, 1e-3);
    }

    [Test]
    public void WithoutAControlNearbyItWouldHave()
    {
        ControlledSamples samples = new SimulatedSubject(new FakeClock(), new Random(7)) { NeighbourAwaySeconds = 0.05, NeighbourStaysSeconds = 1000 }.Launch();

        samples.Subject.Samples.CpuSeconds.Order().ElementAt(samples.Subject.Samples.CpuSeconds.Count / 2).ShouldBe(0.003, 1e-5);
    }

    [Test]
    public void AProcessorOfAnotherSpeedIsNoOtherRatio() =>
        Of(new SimulatedSubject(new FakeClock(), new Random(7)) { Speed = 0.8 }, floor: 0.000125).Estimate.Value.ShouldBe(Undisturbed, 1e-3);

    [Test]
    public void TheLuckOfAProcessStays() =>
        Of(new SimulatedSubject(new FakeClock(), new Random(7)) { Luck = 0.03 }).Estimate.Value.ShouldBe(Undisturbed + 0.03, 1e-3);

    [Test]
    public void TheErrorIsThatOfTheCalls() =>
        // 1.5 · 1.2533 · 1 % / √540
        Of(new SimulatedSubject(new FakeClock(), new Random(7)) { CallNoise = 0.01 }).Estimate.StandardError.ShouldBe(0.00081, 0.0002);

    private static ControlledEstimate Of(SimulatedSubject subject, double floor = 0.0001) =>
        ControlledEstimate.Of(new Reading.BodyTime(), Direction.LowerIsBetter, subject.Launch(), inWall: false, floor);
}
