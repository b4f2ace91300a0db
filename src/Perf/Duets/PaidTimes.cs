using MathNet.Numerics.Statistics;

namespace Perf.Duets;

/// <summary>
/// Times in which collections are paid by who allocates: one falls on whichever sample happens to fill the budget of the heap,
/// so what it takes is spread over all samples by the bytes that each allocated.
/// </summary>
internal static class PaidTimes
{
    // Less than this share of what a sample without a collection takes cannot be the body alone.
    private const double LeastShare = 0.5;

    /// <summary>The time of each sample, s; NaN where a collection hid what the body took.</summary>
    /// <param name="arm">The samples.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    /// <param name="isPauseWithin">Whether collections are part of it: they run on the thread, or it is wall time.</param>
    /// <param name="secondsPerByte">What collections took, over the bytes that made them necessary.</param>
    public static double[] Of(ArmSamples arm, bool inWall, bool isPauseWithin, double secondsPerByte)
    {
        IReadOnlyList<double> seconds = inWall ? arm.Samples.WallSeconds : arm.Samples.CpuSeconds;
        if (!isPauseWithin)
        {
            return [.. seconds];
        }

        double[] undisturbed = [.. seconds.Where((_, index) => arm.PauseSeconds[index] == 0)];
        double least = undisturbed.Length == 0 ? 0 : LeastShare * undisturbed.Median();
        return
        [
            .. seconds.Select((time, index) => Own(time, arm.PauseSeconds[index], least)
                + (secondsPerByte * arm.Samples.AllocatedBytes[index])),
        ];
    }

    private static double Own(double seconds, double pause, double least) =>
        pause == 0 ? seconds : seconds - pause is var own && own > 0 && own >= least ? own : double.NaN;
}
