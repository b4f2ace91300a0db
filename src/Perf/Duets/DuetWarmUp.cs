using MathNet.Numerics.Statistics;
using Perf.Measurement;
using Perf.Measurement.Devices;

namespace Perf.Duets;

/// <summary>What the warm-up of two builds tells of how to measure them.</summary>
/// <param name="Report">How it went.</param>
/// <param name="CallsPerSample">How often a body is called in a sample, the same in both.</param>
/// <param name="SampleSeconds">What a sample of the slower build lasts, s.</param>
/// <param name="NeedsWall">Whether one of them waits or has helpers.</param>
/// <param name="HasHelpers">Whether one of them has helpers.</param>
internal readonly record struct DuetWarmUp(
    WarmUpReport Report, int CallsPerSample, double SampleSeconds, bool NeedsWall, bool HasHelpers)
{
    /// <summary>Warms both up while they stand, every probe on, and looks at them.</summary>
    public static DuetWarmUp Run(IDuetArms arms, SamplingPlan plan, MachineProbes probes, Coin coin, Action throwIfStopped)
    {
        // Whether a body uses a device is known once it has run.
        coin.InAnyOrder(arms.Base.Call, arms.Head.Call);
        arms.Base.Begin(plan, callsPerSample: 1);
        arms.Head.Begin(plan, callsPerSample: 1);
        WarmUpReport report = new WarmUp(probes.Clock, arms.Compiler, DeviceSteadiness.Of(probes.Device, probes.Work)).Run(
            () => coin.InAnyOrder(arms.Base.Take, arms.Head.Take), alreadySpentSeconds: 0, throwIfStopped);
        int calls = Math.Max(CallsOf(arms.Base), CallsOf(arms.Head));
        double seconds = Math.Max(arms.Base.LastWallSeconds.Median(), arms.Head.LastWallSeconds.Median()) * calls;
        ThreadTimeReport ofBase = arms.Base.Look();
        ThreadTimeReport ofHead = arms.Head.Look();
        return new DuetWarmUp(
            report, calls, seconds, !(ofBase.TellsAll && ofHead.TellsAll), ofBase.HasHelpers || ofHead.HasHelpers);
    }

    private static int CallsOf(IDuetArm arm) => Perf.Measurement.CallsPerSample.Of(arm.Take, arm.LastWallSeconds);
}
