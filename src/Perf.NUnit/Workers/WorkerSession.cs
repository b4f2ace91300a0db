using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;

namespace Perf.Workers;

/// <summary>Present in a worker process only: there a test is measured and not judged.</summary>
/// <param name="request">What the worker was started for.</param>
internal sealed class WorkerSession(WorkerRequest request)
{
    /// <summary>The session of this process; null in a test host.</summary>
    public static WorkerSession? Current { get; set; }

    /// <summary>What is measured.</summary>
    public WorkerTask Task => request.Task;

    /// <summary>The folder of the base build that a duet is asked for; null where the run's own setting names it.</summary>
    public string? BaseFolder => request.BuildFolder;

    /// <summary>The control to measure beside; null to try all and choose.</summary>
    public ControlName? Control { get; set; } = request.Control;

    /// <summary>What the test's body measured; null until it was reached.</summary>
    public LaunchSamples? Samples { get; set; }

    /// <summary>What both builds' bodies measured; null until they were reached.</summary>
    public DuetSamples? Duet { get; set; }

    /// <summary>What the test's body measured beside a control; null until it was reached.</summary>
    public ControlledSamples? Controlled { get; set; }

    /// <summary>The answer to a request: what was measured since the last, or why nothing was.</summary>
    /// <param name="why">Says why.</param>
    public WorkerReply Take(Func<string> why)
    {
        bool isMeasured = Samples is not null || Duet is not null || Controlled is not null;
        WorkerReply reply = new(isMeasured ? null : why()) { Samples = Samples, Duet = Duet, Controlled = Controlled };
        (Samples, Duet, Controlled) = (null, null, null);
        return reply;
    }
}
