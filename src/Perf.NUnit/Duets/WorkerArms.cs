using Perf.Builds;
using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>Two builds that one process cannot hold, each in a worker of its own; their bodies take turns all the same.</summary>
internal sealed class WorkerArms : IDuetArms, ICompilerProbe, IDisposable
{
    private readonly WorkerArm _base;
    private readonly WorkerArm _head;

    private WorkerArms(WorkerArm ofBase, WorkerArm ofHead) => (_base, _head) = (ofBase, ofHead);

    /// <inheritdoc/>
    public IDuetArm Base => _base;

    /// <inheritdoc/>
    public IDuetArm Head => _head;

    /// <inheritdoc/>
    public ICompilerProbe Compiler => this;

    /// <inheritdoc/>
    public bool ShareAHeap => false;

    /// <summary>Starts both, one after the other, in the order of a coin.</summary>
    /// <param name="start">Starts a build, by its name.</param>
    /// <exception cref="DuetException">A build cannot be run.</exception>
    /// <exception cref="NewToBaseException">The base build has nothing to compare with.</exception>
    public static WorkerArms Start(Func<string, WorkerArm> start)
    {
        WorkerArm? ofBase = null;
        WorkerArm? ofHead = null;
        try
        {
            Coin.Fair.InAnyOrder(() => ofBase = start(BuildContext.BaseName), () => ofHead = start(BuildContext.HeadName));
            SameSubject.ThrowIfOther(ofBase!.Identity, ofHead!.Identity);
            return new WorkerArms(ofBase, ofHead);
        }
        catch
        {
            ofBase?.Dispose();
            ofHead?.Dispose();
            throw;
        }
    }

    /// <summary>Runs the set-up fixtures of both builds around a measurement.</summary>
    public void RunWithin(bool isBaseFirst, Action measure) => Both(isBaseFirst, arm => arm.Enter(), measure);

    /// <inheritdoc/>
    public void Stand(bool isBaseFirst, Action use) => Both(isBaseFirst, arm => arm.Stand(), use);

    /// <summary>How far both compilers had come at their last answers: while nobody asks, nothing moves.</summary>
    public CompilerActivity Read()
    {
        (CompilerActivity ofBase, CompilerActivity ofHead) = (_base.Read(), _head.Read());
        return new CompilerActivity(
            ofBase.CompiledMethods + ofHead.CompiledMethods, ofBase.BackgroundNanoseconds + ofHead.BackgroundNanoseconds);
    }

    /// <summary>Ends both workers.</summary>
    public void Dispose()
    {
        try
        {
            _base.Dispose();
        }
        finally
        {
            _head.Dispose();
        }
    }

    // What fails ends both workers, which take down what stands by themselves.
    private void Both(bool isBaseFirst, Action<WorkerArm> reach, Action within)
    {
        (WorkerArm first, WorkerArm second) = isBaseFirst ? (_base, _head) : (_head, _base);
        reach(first);
        reach(second);
        within();
        second.Leave();
        first.Leave();
    }
}
