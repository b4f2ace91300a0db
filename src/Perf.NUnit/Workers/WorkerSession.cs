using Perf.Duets;
using Perf.Measurement;

namespace Perf.Workers;

/// <summary>Present in a worker process only: there a test is measured and not judged.</summary>
internal sealed class WorkerSession
{
    /// <summary>The session of this process; null in a test host.</summary>
    public static WorkerSession? Current { get; set; }

    /// <summary>Whether a launch beside the base build is asked for.</summary>
    public required bool IsDuet { get; init; }

    /// <summary>What the test's body measured; null until it was reached.</summary>
    public LaunchSamples? Samples { get; set; }

    /// <summary>What both builds' bodies measured; null until they were reached.</summary>
    public DuetSamples? Duet { get; set; }
}
