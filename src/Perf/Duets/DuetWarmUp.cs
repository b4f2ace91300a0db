using Perf.Measurement;

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
    public static DuetWarmUp Run(DuetArm baseArm, DuetArm headArm, MachineProbes probes, Coin coin, Action throwIfStopped)
    {
        WarmUpReport report = new WarmUp(probes.Clock, probes.Compiler).Run(
            () => coin.InAnyOrder(baseArm.Take, headArm.Take), alreadySpentSeconds: 0, throwIfStopped);
        int calls = Math.Max(CallsOf(baseArm), CallsOf(headArm));
        double seconds = Math.Max(baseArm.MedianOfLast(), headArm.MedianOfLast()) * calls;
        ThreadTime time = new(probes.Clock);
        ThreadTimeReport ofBase = time.Of(baseArm.Call);
        ThreadTimeReport ofHead = time.Of(headArm.Call);
        return new DuetWarmUp(
            report, calls, seconds, !(ofBase.TellsAll && ofHead.TellsAll), ofBase.HasHelpers || ofHead.HasHelpers);
    }

    private static int CallsOf(DuetArm arm) => Perf.Measurement.CallsPerSample.Of(arm.Take, arm.LastWallSeconds);
}
