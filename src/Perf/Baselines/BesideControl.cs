using System.Text.Json.Serialization;

namespace Perf.Baselines;

/// <summary>What a launch says of a metric beside a control, and under which circumstances.</summary>
/// <param name="Calls">The samples that have a ratio.</param>
/// <param name="NeedsWall">Whether CPU time of the calling thread does not tell all of what the body takes.</param>
/// <param name="HasHelpers">Whether other threads work while the body runs.</param>
/// <param name="Cpu">In CPU time of the calling thread.</param>
/// <param name="Wall">In wall time.</param>
public sealed record BesideControl(
    [property: JsonRequired] int Calls,
    [property: JsonRequired] bool NeedsWall,
    [property: JsonRequired] bool HasHelpers,
    [property: JsonRequired] ClockReading Cpu,
    [property: JsonRequired] ClockReading Wall)
{
    /// <summary>Minor page faults of the process in one iteration; null when unknown.</summary>
    public double? MinorPageFaults { get; init; }

    /// <summary>Managed bytes that an iteration allocates, the median, By; null when unknown.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>Processes that ran or waited for a processor, as a mean of a minute; null when unknown.</summary>
    public double? Load { get; init; }

    /// <summary>In one clock or the other.</summary>
    public ClockReading In(bool wall) => wall ? Wall : Cpu;
}

/// <summary>A launch in one of the clocks.</summary>
/// <param name="LogRatio">The median of ln(metric / control), turned so that more is worse.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="QuietCalls">The samples during which nobody disturbed the core.</param>
/// <param name="ControlSeconds">The median of the control, s.</param>
/// <param name="SentinelFloorSeconds">The 2 % quantile of the sentinel, s.</param>
public sealed record ClockReading(
    [property: JsonRequired] double LogRatio,
    [property: JsonRequired] double StandardError,
    [property: JsonRequired] int QuietCalls,
    [property: JsonRequired] double ControlSeconds,
    [property: JsonRequired] double SentinelFloorSeconds);

/// <summary>The control of a series, and what was accepted beside it; neither moves by itself.</summary>
/// <param name="Name">The name of the control.</param>
/// <param name="Version">Its version: another one voids the series.</param>
/// <param name="Cpu">In CPU time of the calling thread.</param>
/// <param name="Wall">In wall time.</param>
public sealed record AcceptedControl(
    [property: JsonRequired] string Name,
    [property: JsonRequired] int Version,
    [property: JsonRequired] AcceptedRatio Cpu,
    [property: JsonRequired] AcceptedRatio Wall)
{
    /// <summary>In one clock or the other.</summary>
    public AcceptedRatio In(bool wall) => wall ? Wall : Cpu;
}

/// <summary>What was accepted in one of the clocks.</summary>
/// <param name="LogRatio">The median over the launches of ln(metric / control), turned so that more is worse.</param>
/// <param name="SentinelFloorSeconds">The 2 % quantile of the sentinel over all launches, s.</param>
/// <param name="ControlSeconds">The median over the launches of the control, s.</param>
public sealed record AcceptedRatio(
    [property: JsonRequired] double LogRatio,
    [property: JsonRequired] double SentinelFloorSeconds,
    [property: JsonRequired] double ControlSeconds);
