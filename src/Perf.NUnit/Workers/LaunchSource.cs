using NUnit.Framework;
using NUnit.Framework.Internal;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Probes;

namespace Perf.Workers;

/// <summary>The launches of a test: the test host itself first, then a fresh process each.</summary>
internal sealed class LaunchSource(Test test, TestMeasurement measurement, double budgetSeconds) : ISampleSource
{
    // A worker starts a runtime and meets colder caches than the test host did.
    private const double StartSeconds = 5;
    private const double PatienceFactor = 4;

    private readonly List<LaunchSamples> _taken = [];
    private double _firstSeconds;

    /// <summary>Every launch so far.</summary>
    public IReadOnlyList<LaunchSamples> Taken => _taken;

    /// <inheritdoc />
    public LaunchSamples Next()
    {
        _taken.Add(_taken.Count == 0 ? InThisProcess() : InAWorker());
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
        WorkerRequest request = new(
            test.TypeInfo!.Assembly.Location,
            test.FullName,
            TestLookup.SignatureOf(test),
            TestLookup.OrdinalOf(test),
            test.TypeInfo.IsGenericType ? null : test.TypeInfo.FullName,
            TestContext.CurrentContext.WorkDirectory,
            TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? ""));
        return WorkerProcess.Measure(
            request,
            TimeSpan.FromSeconds(budgetSeconds + StartSeconds + (PatienceFactor * _firstSeconds)),
            TestExecutionContext.CurrentContext.CancellationToken);
    }
}
