using MathNet.Numerics.Statistics;
using Perf.Controlled;
using Perf.Measurement;
using Perf.Measurement.Devices;

namespace Perf.Runs;

/// <summary>A launch beside a control in <c>run.json</c>, without its samples.</summary>
/// <param name="Control">The control, with its version.</param>
/// <param name="Samples">How many there were.</param>
/// <param name="CallsPerSample">How often the body was called in each.</param>
/// <param name="NeedsWall">Whether CPU time of the calling thread does not tell all of what the body takes.</param>
/// <param name="HasHelpers">Whether other threads worked while the body ran.</param>
/// <param name="Cpu">Times in CPU time of the calling thread.</param>
/// <param name="Wall">Times in wall time.</param>
/// <param name="WarmUp">How the warm-up went.</param>
/// <param name="MeasuredSeconds">The time in which samples were taken, s.</param>
public sealed record ControlledDocument(
    string Control,
    int Samples,
    int CallsPerSample,
    bool NeedsWall,
    bool HasHelpers,
    ControlledTimes Cpu,
    ControlledTimes Wall,
    WarmUpReport WarmUp,
    double MeasuredSeconds)
{
    /// <summary>Minor page faults of the process in one iteration; null when unknown.</summary>
    public double? MinorPageFaults { get; init; }

    /// <summary>Processes that ran or waited for a processor, as a mean of the last minute; null when unknown.</summary>
    public double? Load { get; init; }

    /// <summary>How the accelerator worked; null where the body uses none, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>The body's times in the clock it needs; set aside is whatever somebody disturbed, where enough was not.</summary>
    public TimeLine Body
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? TimeLine.Empty;
    } = TimeLine.Empty;

    /// <summary>The control's times around each of them.</summary>
    public TimeLine Around
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? TimeLine.Empty;
    } = TimeLine.Empty;

    /// <summary>The document of a launch.</summary>
    public static ControlledDocument Of(ControlledSamples launch) => new(
        launch.Control.ToString(),
        launch.Subject.Samples.WallSeconds.Count,
        launch.Subject.Samples.CallsPerSample,
        launch.NeedsWall,
        launch.HasHelpers,
        ControlledTimes.Of(launch.Subject.Samples.CpuSeconds, launch.Cpu),
        ControlledTimes.Of(launch.Subject.Samples.WallSeconds, launch.Wall),
        launch.WarmUp,
        launch.MeasuredSeconds)
    {
        MinorPageFaults = launch.MinorPageFaults,
        Load = launch.Load,
        Device = launch.Device,
        Body = TimeLine.Of(
            launch.NeedsWall ? launch.Subject.Samples.WallSeconds : launch.Subject.Samples.CpuSeconds, ControlledEstimate.UsedOf(launch)),
        Around = AroundOf(launch.NeedsWall ? launch.Wall : launch.Cpu),
    };

    private static TimeLine AroundOf(Surroundings around) =>
        TimeLine.Of([.. around.ControlBefore.Zip(around.ControlAfter, (before, after) => Math.Sqrt(before * after))], _ => true);
}

/// <summary>The medians of a launch in one of the clocks.</summary>
/// <param name="BodySeconds">The body, one iteration, s.</param>
/// <param name="ControlSeconds">The control, s.</param>
/// <param name="SentinelFloorSeconds">The 2 % quantile of the sentinel, s.</param>
public sealed record ControlledTimes(double BodySeconds, double ControlSeconds, double SentinelFloorSeconds)
{
    internal static ControlledTimes Of(IReadOnlyList<double> body, Surroundings around) =>
        new(body.Median(), around.ControlMedian(), around.SentinelFloor());
}
