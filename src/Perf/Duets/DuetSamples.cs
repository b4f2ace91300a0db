using Perf.Measurement;
using Perf.Measurement.Devices;

namespace Perf.Duets;

/// <summary>What one process measured of two builds: the samples of equal index are a pair, taken within milliseconds.</summary>
public sealed record DuetSamples
{
    /// <summary>The other commit's build.</summary>
    public required ArmSamples Base { get; init; }

    /// <summary>The build under test.</summary>
    public required ArmSamples Head { get; init; }

    /// <summary>How many pairs, one after another, were taken of the same instances.</summary>
    public required int PairsPerRound { get; init; }

    /// <summary>Whether CPU time of the calling thread does not tell all of what a body takes, in one build at least.</summary>
    public required bool NeedsWall { get; init; }

    /// <summary>Whether collections run on threads of their own: then they are in no thread's CPU time.</summary>
    public required bool IsServerCollector { get; init; }

    /// <summary>Whether both builds allocate in one heap, whose collections then fall on either.</summary>
    public bool ShareAHeap { get; init; } = true;

    /// <summary>How often the rounds began anew, since something was compiled while they ran.</summary>
    public int Restarts { get; init; }

    /// <summary>How the accelerator worked; null where the builds use none, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>How the warm-up of both went.</summary>
    public required WarmUpReport WarmUp { get; init; }

    /// <summary>From the end of the warm-up to the last pair, s.</summary>
    public required double MeasuredSeconds { get; init; }

    /// <summary>The number of pairs.</summary>
    public int Pairs => Head.Samples.WallSeconds.Count;
}

/// <summary>The samples of one build in a duet.</summary>
/// <param name="Samples">What was measured.</param>
/// <param name="PauseSeconds">For how long collections held all threads, per iteration, s; one value a sample.</param>
public sealed record ArmSamples(LaunchSamples Samples, IReadOnlyList<double> PauseSeconds);
