using Perf.Baselines;
using Perf.Controlled;
using Perf.Measurement.Devices;

namespace Perf.Judging;

/// <summary>
/// What must be alike before a launch may be compared with a recorded one: a control answers for neighbours, not for another
/// processor speed, another memory allocator or other threads.
/// </summary>
internal static class FileGuard
{
    // A processor that is throttled, or a core that is shared throughout; the steps of its clock are some 3 % apart, which the
    // control answers for.
    private const double MostOfFloor = 0.04;

    // Beyond this the control itself is no longer what it was.
    private const double MostOfControl = 1.4;

    private const double MostOfFaults = 0.20;

    // About what a minor fault takes on Linux: those that come to less than 1 % of a call explain nothing.
    private const double SecondsOfAFault = 0.5e-6;
    private const double LeastShareOfFaults = 0.01;

    /// <summary>Why a launch cannot be compared with the series; null where it can.</summary>
    /// <param name="series">A series with a control.</param>
    /// <param name="samples">The launch.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    public static string? Objection(BaselineSeries series, ControlledSamples samples, bool inWall)
    {
        if (DeviceGuard.Refusal(samples.Device) is { } throttled)
        {
            return throttled;
        }

        if (Objection(series.Control!.Name, SentinelRatio(series, samples, inWall), ControlRatio(series, samples, inWall), samples.HasHelpers) is { } objection)
        {
            return objection;
        }

        if (series.Launches.All(launch => launch.Beside!.HasHelpers != samples.HasHelpers))
        {
            return samples.HasHelpers
                ? "the body uses several threads now, and used one when the baseline was recorded"
                : "the body uses one thread now, and used several when the baseline was recorded";
        }

        return Faults(series, samples);
    }

    /// <summary>Why what was measured beside a control cannot be compared with what was recorded beside it; null where it can.</summary>
    /// <param name="control">The name of the control.</param>
    /// <param name="sentinelRatio">The sentinel at its best over what it took when the baseline was recorded.</param>
    /// <param name="controlRatio">The control over what it took when the baseline was recorded.</param>
    /// <param name="hasHelpers">Whether other threads worked while the body ran.</param>
    public static string? Objection(string control, double sentinelRatio, double controlRatio, bool hasHelpers)
    {
        double floor = sentinelRatio - 1;

        // Helpers of the body may share the core with the sentinel: beside them it says nothing of the processor.
        if (!hasHelpers && Math.Abs(floor) > MostOfFloor)
        {
            return floor > 0
                ? FormattableString.Invariant($"the processor was {floor * 100:0} % slower than when the baseline was recorded, even at its best: throttled, or shared throughout")
                : FormattableString.Invariant($"the processor was {-floor * 100:0} % faster than when the baseline was recorded");
        }

        return controlRatio is > MostOfControl or < 1 / MostOfControl
            ? FormattableString.Invariant($"the control {control} took ×{controlRatio:0.00} of what it took when the baseline was recorded")
            : null;
    }

    /// <summary>The sentinel at its best over what it took when the baseline was recorded.</summary>
    public static double SentinelRatio(BaselineSeries series, ControlledSamples samples, bool inWall) =>
        In(samples, inWall).SentinelFloor() / series.Control!.In(inWall).SentinelFloorSeconds;

    /// <summary>The control over what it took when the baseline was recorded.</summary>
    public static double ControlRatio(BaselineSeries series, ControlledSamples samples, bool inWall) =>
        In(samples, inWall).ControlMedian() / series.Control!.In(inWall).ControlSeconds;

    private static string? Faults(BaselineSeries series, ControlledSamples samples)
    {
        double[] recorded = [.. series.Launches.Select(launch => launch.Beside!.MinorPageFaults).OfType<double>()];
        if (recorded.Length == 0 || samples.MinorPageFaults is not { } now)
        {
            return null;
        }

        // As many as any of the recorded processes had: they differ among themselves.
        (double least, double most) = (recorded.Min(), recorded.Max());
        double beyond = Math.Max(least * (1 - MostOfFaults) - now, now - (most * (1 + MostOfFaults)));
        double call = MathNet.Numerics.Statistics.Statistics.Median(samples.Subject.Samples.WallSeconds);
        return beyond * SecondsOfAFault > LeastShareOfFaults * call
            ? FormattableString.Invariant($"an iteration has {now:0} page faults, and had {least:0} to {most:0} when the baseline was recorded: memory is allocated in another way")
            : null;
    }

    private static Surroundings In(ControlledSamples samples, bool inWall) => inWall ? samples.Wall : samples.Cpu;
}
