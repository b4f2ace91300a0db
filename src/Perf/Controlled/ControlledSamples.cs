using MathNet.Numerics.Statistics;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Devices;

namespace Perf.Controlled;

/// <summary>What one process measured of a body between runs of a control; lists of equal length belong together, a sample each.</summary>
public sealed record ControlledSamples
{
    /// <summary>The control.</summary>
    public required ControlName Control { get; init; }

    /// <summary>The body, per iteration.</summary>
    public required ArmSamples Subject { get; init; }

    /// <summary>What stood around each sample, in CPU time of the calling thread.</summary>
    public required Surroundings Cpu { get; init; }

    /// <summary>What stood around each sample, in wall time.</summary>
    public required Surroundings Wall { get; init; }

    /// <summary>For how long collections held all threads while the control ran, s; taken from its times already.</summary>
    public double ControlPauseSeconds { get; init; }

    /// <summary>What the control allocated in all its runs, By.</summary>
    public double ControlAllocatedBytes { get; init; }

    /// <summary>Whether CPU time of the calling thread does not tell all of what the body takes.</summary>
    public required bool NeedsWall { get; init; }

    /// <summary>Whether other threads work while the body runs.</summary>
    public required bool HasHelpers { get; init; }

    /// <summary>Whether an accelerator works while the body runs.</summary>
    public bool UsesDevice { get; init; }

    /// <summary>How it worked; null where the body uses none, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>Whether collections run on threads of their own: then they are in no thread's CPU time.</summary>
    public bool IsServerCollector { get; init; }

    /// <summary>Minor page faults of the process in one iteration; null when unknown.</summary>
    public double? MinorPageFaults { get; init; }

    /// <summary>Processes that were running or waiting for a processor, as a mean of the last minute; null when unknown.</summary>
    public double? Load { get; init; }

    /// <summary>What a recording tried before it chose the control; none in other launches.</summary>
    public IReadOnlyList<TriedControl> Tried
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>How the warm-up went.</summary>
    public required WarmUpReport WarmUp { get; init; }

    /// <summary>The time in which samples were taken, s; that of making instances anew is none of it.</summary>
    public required double MeasuredSeconds { get; init; }
}

/// <summary>What stood around each sample.</summary>
/// <param name="ControlBefore">The control before it, s.</param>
/// <param name="SentinelBefore">The sentinel immediately before it, s.</param>
/// <param name="SentinelAfter">The sentinel immediately after it, s.</param>
/// <param name="ControlAfter">The control after it, s.</param>
public sealed record Surroundings(
    IReadOnlyList<double> ControlBefore,
    IReadOnlyList<double> SentinelBefore,
    IReadOnlyList<double> SentinelAfter,
    IReadOnlyList<double> ControlAfter)
{
    /// <summary>What the control takes, s.</summary>
    public double ControlMedian() => ControlBefore.Concat(ControlAfter).Median();

    /// <summary>What the sentinel takes undisturbed, s: its 2 % quantile.</summary>
    public double SentinelFloor() => Sentinels.Quantile(ControlledEstimate.FloorQuantile);

    /// <summary>All times of the sentinel, s.</summary>
    internal IEnumerable<double> Sentinels => SentinelBefore.Concat(SentinelAfter);
}

/// <summary>A control as a baseline knows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record ControlName(string Name, int Version)
{
    /// <summary>As a message says it.</summary>
    public override string ToString() => $"{Name} v{Version}";
}

/// <summary>How well a control follows a body.</summary>
/// <param name="Control">The control.</param>
/// <param name="Deviation">The standard deviation of ln(body / control), by its median absolute deviation.</param>
/// <param name="IsOwn">Whether it is the user's own.</param>
public sealed record TriedControl(ControlName Control, double Deviation, bool IsOwn);
