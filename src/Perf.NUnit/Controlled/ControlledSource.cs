using NUnit.Framework.Internal;
using Perf.Duets;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Runs;
using Perf.Workers;

namespace Perf.Controlled;

/// <summary>The launches of a test beside a control: in the test host first, then in a fresh process each.</summary>
/// <param name="test">The test.</param>
/// <param name="measurement">Measures from this process.</param>
/// <param name="control">The control of the baseline.</param>
/// <param name="session">The budget of a test, and who watches.</param>
internal sealed class ControlledSource(Test test, TestMeasurement measurement, ControlName control, Session session) : IControlledSource
{
    private readonly List<ControlledSamples> _taken = [];
    private double _firstSeconds;

    /// <summary>Every launch so far.</summary>
    public IReadOnlyList<ControlledSamples> Taken => _taken;

    /// <inheritdoc />
    public ControlledSamples Next(Func<ControlledSamples, bool> isEnough)
    {
        session.Progress.Tell(new ProgressEvent(test.FullName, Launch: _taken.Count + 1));

        // A body that ended the process may do so again; one that never returned disturbs all that is measured beside it.
        bool isHere = _taken.Count == 0 && !HeldExit.IsHeld && DuetThread.Stuck is null;
        _taken.Add(isHere ? InThisProcess(isEnough) : InAWorker());
        return _taken[^1];
    }

    private ControlledSamples InThisProcess(Func<ControlledSamples, bool> isEnough)
    {
        long start = SystemClock.Instance.Timestamp();
        ControlledSamples samples = measurement.MeasureBesideControl(control, session.BudgetSeconds, session.IsAppending ? _ => false : isEnough);
        _firstSeconds = SystemClock.Instance.Seconds(start, SystemClock.Instance.Timestamp());
        return samples;
    }

    private ControlledSamples InAWorker()
    {
        WorkerReply reply = WorkerProcess.Ask(
            new WorkerRequest(WorkerTask.Controlled, TestAddress.Of(test)) { Control = control },
            WorkerProcess.Patience(session.BudgetSeconds, _firstSeconds),
            TestExecutionContext.CurrentContext.CancellationToken);
        return reply.Controlled ?? throw new MeasurementException($"a further launch of {test.FullName} answered without samples");
    }
}
