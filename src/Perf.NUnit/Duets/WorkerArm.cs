using Perf.Builds;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>One build of a duet in a worker process, seen from the test host.</summary>
internal sealed class WorkerArm : IDuetArm, ICompilerProbe, IDisposable
{
    private readonly WorkerProcess _worker;
    private readonly string _build;
    private readonly string _test;
    private readonly TimeSpan _patience;
    private readonly CancellationToken _cancellation;
    private readonly Queue<double> _lastWallSeconds = new();
    private CompilerActivity _activity;

    /// <summary>Starts the worker, which loads the build.</summary>
    /// <param name="build"><c>base</c> or <c>head</c>.</param>
    /// <param name="folder">The folder of the build.</param>
    /// <param name="test">The test as the test host has it.</param>
    /// <param name="toLoad">How long the process may take to start and to load the build.</param>
    /// <param name="patience">How long one call of a body, or one set-up, may take.</param>
    /// <param name="cancellation">The test's.</param>
    /// <exception cref="DuetException">The build cannot be run.</exception>
    /// <exception cref="NewToBaseException">The build has no such test.</exception>
    public WorkerArm(
        string build, string folder, TestAddress test, TimeSpan toLoad, TimeSpan patience, CancellationToken cancellation)
    {
        (_build, _test, _patience, _cancellation) = (build, test.FullName, patience, cancellation);
        string own = Path.Combine(folder, Path.GetFileName(test.Assembly));
        _worker = new WorkerProcess(
            test.Assembly, WorkerProcess.RuntimeConfigOf(own), $"the {build} build's process for {test.FullName}");
        try
        {
            WorkerRequest request = new(WorkerTask.Arm, test, build, folder);
            Identity = Known(_worker.Exchange(WorkerMessages.Write(request), WorkerMessages.ReadArmReply, toLoad, cancellation)).Identity!;
        }
        catch
        {
            _worker.Dispose();
            throw;
        }
    }

    /// <summary>Version and data of the test in this build.</summary>
    public TestIdentity Identity { get; }

    /// <inheritdoc/>
    public double[] LastWallSeconds => [.. _lastWallSeconds];

    /// <summary>How far the worker's compiler had come at its last answer.</summary>
    public CompilerActivity Read() => _activity;

    /// <summary>Runs the set-up fixtures around all that follows.</summary>
    public void Enter() => Tell(new ArmCommand(ArmAction.Enter));

    /// <summary>Makes the fixture anew.</summary>
    public void Stand() => Tell(new ArmCommand(ArmAction.Stand));

    /// <summary>Takes down what stands.</summary>
    public void Leave() => Tell(new ArmCommand(ArmAction.Leave));

    /// <inheritdoc/>
    public void Begin(SamplingPlan plan, int callsPerSample)
    {
        _lastWallSeconds.Clear();
        Tell(new ArmCommand(ArmAction.Begin, callsPerSample, ArmPlan.Of(plan)));
    }

    /// <inheritdoc/>
    public void Take() => Take(0);

    /// <inheritdoc/>
    public double Take(int calls)
    {
        double seconds = Tell(new ArmCommand(ArmAction.Take, calls)).Seconds;
        _lastWallSeconds.Enqueue(seconds);
        if (_lastWallSeconds.Count > CallsPerSample.CalibratingSamples)
        {
            _lastWallSeconds.Dequeue();
        }

        return seconds;
    }

    /// <inheritdoc/>
    public void Call() => Tell(new ArmCommand(ArmAction.Call));

    /// <inheritdoc/>
    public ThreadTimeReport Look() => Tell(new ArmCommand(ArmAction.Look)).Look;

    /// <inheritdoc/>
    public void Clear()
    {
        _lastWallSeconds.Clear();
        Tell(new ArmCommand(ArmAction.Clear));
    }

    /// <inheritdoc/>
    public ArmSamples Samples(WarmUpReport warmUp, double measuredSeconds) =>
        Tell(new ArmCommand(ArmAction.Samples, WarmUp: warmUp, MeasuredSeconds: measuredSeconds)).Samples!;

    /// <summary>Ends the worker.</summary>
    public void Dispose() => _worker.Dispose();

    private ArmReply Tell(ArmCommand command)
    {
        try
        {
            return Known(_worker.Exchange(WorkerMessages.Write(command), WorkerMessages.ReadArmReply, _patience, _cancellation));
        }
        catch (WorkerException e) when (e.IsHung)
        {
            throw new DuetException(
                FormattableString.Invariant($"given up: the {_build} build's body of {_test} did not return in {_patience.TotalSeconds:0} s"), e);
        }
    }

    private ArmReply Known(ArmReply reply)
    {
        _activity = reply.Compiler;
        return reply switch
        {
            { Error: { } error, IsNew: true } => throw new NewToBaseException(error),
            { Error: { } error } => throw new DuetException(error) { BodyTrace = reply.Trace },
            _ => reply,
        };
    }
}
