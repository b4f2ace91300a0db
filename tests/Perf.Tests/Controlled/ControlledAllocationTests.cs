using NUnit.Framework;
using Perf.Controlled;
using Perf.Measurement.Controls;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Controlled;

/// <summary>Bytes decide who pays for collections: those of the body, of its helpers, and of the control.</summary>
[TestFixture]
public sealed class ControlledAllocationTests
{
    private const int Bytes = 100_000;

    private readonly FakeClock _clock = new();

    [Test]
    public void WhatTheControlAllocatesInAllItsRunsIsCounted()
    {
        SimulatedSubject subject = new(_clock, new Random(7));
        IControl control = subject.Control("Mixed", () =>
        {
            Allocate();
            return 0.0003;
        });

        ControlledSamples samples = subject.Launch([control], own: null);

        // Two runs a sample; what else is allocated is the list of calls, now and then.
        int runs = 2 * samples.Subject.Samples.WallSeconds.Count;
        (samples.ControlAllocatedBytes / runs).ShouldBeInRange(Bytes, 1.05 * Bytes);
        MathNet.Numerics.Statistics.Statistics.Median(samples.Subject.Samples.AllocatedBytes).ShouldBe(0);
    }

    [Test]
    public void WhatHelpersAllocateIsTheBodysToo()
    {
        Launch(helping: 0.9).ShouldBeGreaterThanOrEqualTo(Bytes);
        Launch(helping: 0).ShouldBeLessThan(Bytes);
    }

    private double Launch(double helping)
    {
        SimulatedSubject subject = new(_clock, new Random(7)) { Seconds = 0.05, Helping = helping, OnCall = OnCall };

        return MathNet.Numerics.Statistics.Statistics.Median(subject.Launch().Subject.Samples.AllocatedBytes);
    }

    // On another thread, and done before the body goes on.
    private static void OnCall(char what)
    {
        if (what == 'x')
        {
            Thread helper = new(Allocate);
            helper.Start();
            helper.Join();
        }
    }

    private static void Allocate() => GC.KeepAlive(new byte[Bytes]);
}
