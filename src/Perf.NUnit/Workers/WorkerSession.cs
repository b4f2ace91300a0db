using Perf.Measurement;

namespace Perf.Workers;

/// <summary>Present in a worker process only: there a test is measured and not judged.</summary>
internal sealed class WorkerSession
{
    /// <summary>The session of this process; null in a test host.</summary>
    public static WorkerSession? Current { get; set; }

    /// <summary>What the test's body measured; null until it was reached.</summary>
    public LaunchSamples? Samples { get; set; }
}
