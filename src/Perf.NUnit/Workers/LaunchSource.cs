using NUnit.Framework.Internal;
using Perf.Duets;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Probes;

namespace Perf.Workers;

/// <summary>The launches of a test: the test host itself first, then a fresh process each.</summary>
internal sealed class LaunchSource(Test test, TestMeasurement measurement, double budgetSeconds) : ISampleSource
{
    private readonly List<LaunchSamples> _taken = [];
    private double _firstSeconds;

    /// <summary>Every launch so far.</summary>
    public IReadOnlyList<LaunchSamples> Taken => _taken;

    /// <inheritdoc />
    public LaunchSamples Next()
    {
        // A body that ended the process may do so again, and a second end waits for the first, which is held.
        bool isHere = _taken.Count == 0 && !HeldExit.IsHeld;
        _taken.Add(isHere ? InThisProcess() : InAWorker());
        return _taken[^1];
    }

    private LaunchSamples InThisProcess()
    {
        long start = SystemClock.Instance.Timestamp();
        LaunchSamples samples = measurement.Measure();
        _firstSeconds = SystemClock.Instance.Seconds(start, SystemClock.Instance.Timestamp());
        return samples;
    }

    private LaunchSamples InAWorker()
    {
        WorkerReply reply = WorkerProcess.Ask(
            new WorkerRequest(WorkerTask.Samples, TestAddress.Of(test)),
            WorkerProcess.Patience(budgetSeconds, _firstSeconds),
            TestExecutionContext.CurrentContext.CancellationToken);
        return reply.Samples ?? throw new MeasurementException($"a further launch of {test.FullName} answered without samples");
    }
}
