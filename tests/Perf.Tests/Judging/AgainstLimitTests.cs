using NUnit.Framework;
using Perf.Judging;
using Perf.Measurement;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

[TestFixture]
public sealed class AgainstLimitTests
{
    private const double Close = 1e-12;
    private const double MedianError = 1.5 * 1.2533 * 1.4826;

    [Test]
    public void ALaunchIsTheLogarithmOfItsRatiosToTheLimit()
    {
        double[] seconds = [1, 1.1, 1.2, 1.3, 8, 9, 1.4, 1.5];

        Launch launch = AgainstLimit.Of(SomeObjectives.Duration, SomeSamples.Lasting(seconds), limit: 2);

        launch.Typical.Value.ShouldBe((Math.Log(1.3 / 2) + Math.Log(1.4 / 2)) / 2, Close);
        launch.Quiet.Value.ShouldBe((Math.Log(1.0 / 2) + Math.Log(1.1 / 2)) / 2, Close);
        launch.Quiet.StandardError.ShouldBe(MedianError * (Math.Log(1.1) / 2) / Math.Sqrt(2), Close);
    }

    [Test]
    public void WhereMoreIsBetterTheRatioIsTurnedRoundAndTheQuietWitnessIsTheFastest()
    {
        LaunchSamples samples = SomeSamples.Lasting(1, 2, 4, 8, 8) with
        {
            Instruments = [SomeSamples.Instrument("receipts.images", 16, 16, 16, 16, 16)],
        };

        Launch launch = AgainstLimit.Of(SomeObjectives.Throughput, samples, limit: 8);

        launch.Typical.Value.ShouldBe(Math.Log(8.0 / 4), Close);
        launch.Quiet.Value.ShouldBe(Math.Log(8.0 / 16), Close);
    }

    [Test]
    public void LaunchesOnAThrottledDeviceDecideNothing()
    {
        LaunchSamples slow = SomeSamples.Lasting([.. Enumerable.Repeat(9.0, 12)]) with { Device = SomeDevices.Throttled };
        LaunchSamples steady = SomeSamples.Lasting([.. Enumerable.Repeat(1.0, 12)]) with { Device = SomeDevices.Steady };

        Judgement none = Decide([.. Enumerable.Repeat(slow, 5)]);
        Judgement later = Decide(slow, steady);

        none.Verdict.ShouldBe(Verdict.Inconclusive);
        none.Reason.ShouldBe(
            "Some GPU was throttled for 40 % of the time (power limit), in 5 launches: let it cool, or set a clock that it can hold (nvidia-smi --lock-gpu-clocks), and run again; after 5 launches");
        (later.Verdict, later.Device!.Throttled).ShouldBe((Verdict.Pass, 0.2));
    }

    [Test]
    public void WhatTheDevicesOwnClockSaysIsHeldAgainstALimitToo() =>
        AgainstLimit.Of(
                SomeObjectives.Of(Metric.GpuTime, new Reading.DeviceTime(), BoundKind.AtMost, 2, "gpu_time"),
                SomeSamples.Lasting(3, 3, 3, 3) with { DeviceSeconds = [1, 1, 1, 1] },
                limit: 2)
            .Typical.Value.ShouldBe(Math.Log(1.0 / 2), Close);

    [Test]
    public void ATailRatioHasOneEstimateForBothSides()
    {
        double[] values = [.. Enumerable.Range(1, 20).Select(i => (double)i)];

        Launch launch = AgainstLimit.Of(
            SomeObjectives.Tail, SomeSamples.Recording(SomeObjectives.Stage.ToString(), values), limit: 1.5);

        launch.Quiet.ShouldBe(launch.Typical);
        launch.Typical.Value.ShouldBe(Math.Log(19.05 / 10.5 / 1.5), Close);
        launch.Typical.StandardError.ShouldBeGreaterThan(0);
    }

    [Test]
    public void AValueThatTheClockCouldNotSeeIsFarBelowTheLimitInsteadOfNoNumber() =>
        AgainstLimit.Of(SomeObjectives.Duration, SomeSamples.Lasting(0, 0, 0, 0), limit: 2)
            .Typical.Value.ShouldBe(Math.Log(1e-12 / 2), Close);

    [TestCase(0)]
    [TestCase(-1)]
    public void ALimitThatHasNoLogarithmIsToldInWords(double limit) =>
        Should.Throw<MeasurementException>(
                () => AgainstLimit.Of(SomeObjectives.Duration, SomeSamples.Lasting(1, 1, 1, 1), limit))
            .Message.ShouldBe(FormattableString.Invariant(
                $"time is noisy and has no ratio to a limit of {limit}: give a limit above 0"));

    [Test]
    public void ATailOfZerosIsToldInWords()
    {
        double[] zeros = [.. Enumerable.Repeat(0.0, 40)];

        Should.Throw<MeasurementException>(() => AgainstLimit.Of(
                SomeObjectives.Tail, SomeSamples.Recording(SomeObjectives.Stage.ToString(), zeros), limit: 2))
            .Message.ShouldContain("receipts.stage.duration{stage=forward} recorded");
    }

    [Test]
    public void OneMeasurementServesAllObjectives()
    {
        Source source = new(SomeSamples.Lasting(1, 1, 1, 1));
        Objective tighter = SomeObjectives.Duration with { Bound = new Bound(BoundKind.AtMost, 0.5) };
        AgainstLimit launches = new(source, objective => new Target.Limit(objective.Bound.Value));

        IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> next = launches.Next([SomeObjectives.Duration, tighter]);

        source.Launches.ShouldBe(1);
        next[SomeObjectives.Duration].ShouldHaveSingleItem().Typical.Value.ShouldBe(Math.Log(0.5), Close);
        next[tighter].ShouldHaveSingleItem().Typical.Value.ShouldBe(Math.Log(2), Close);
    }

    private static Judgement Decide(params LaunchSamples[] launches) => new Judge(new FakeClock(), 60)
        .Decide([SomeObjectives.Duration], new AgainstLimit(new Source(launches), _ => new Target.Limit(2)))
        .ShouldHaveSingleItem();

    private sealed class Source(params LaunchSamples[] samples) : ISampleSource
    {
        public int Launches { get; private set; }

        public LaunchSamples Next() => samples[Launches++];
    }
}
