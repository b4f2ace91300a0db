using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Runs;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>
/// The duets of a test: in the test host first, then in a fresh process each; of builds that one process cannot hold, in a
/// fresh pair of processes each.
/// </summary>
/// <param name="test">The test.</param>
/// <param name="measure">Measures from this process.</param>
/// <param name="build">The base build.</param>
/// <param name="session">The budget of a test, and who watches.</param>
internal sealed class DuetSource(Test test, Func<DuetSamples> measure, BaseBuild build, Session session) : IDuetSource
{
    private readonly List<DuetSamples> _taken = [];
    private double _firstSeconds;

    /// <summary>Every duet so far.</summary>
    public IReadOnlyList<DuetSamples> Taken => _taken;

    /// <inheritdoc />
    public DuetSamples Next()
    {
        session.Progress.Tell(new ProgressEvent(test.FullName, Launch: _taken.Count + 1));

        // Beside a body that never returned nothing can be measured, but in a process without it.
        bool isInAWorker = !build.IsApart && (_taken.Count > 0 || DuetThread.Stuck is not null);
        _taken.Add(isInAWorker ? InAWorker() : FromThisProcess());
        return _taken[^1];
    }

    private DuetSamples FromThisProcess()
    {
        long start = SystemClock.Instance.Timestamp();
        DuetSamples samples = measure();
        _firstSeconds = SystemClock.Instance.Seconds(start, SystemClock.Instance.Timestamp());
        return samples;
    }

    private DuetSamples InAWorker()
    {
        WorkerReply reply = WorkerProcess.Ask(
            new WorkerRequest(WorkerTask.Duet, TestAddress.Of(test), BuildFolder: build.Folder),
            WorkerProcess.Patience(session.BudgetSeconds, _firstSeconds),
            TestExecutionContext.CurrentContext.CancellationToken);
        return reply.Duet ?? throw new MeasurementException($"a further launch of {test.FullName} answered without a duet");
    }
}
