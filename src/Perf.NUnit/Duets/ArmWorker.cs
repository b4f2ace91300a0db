using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Measurement;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>One build of a duet in a process of its own: what its parent tells it, line by line.</summary>
internal sealed class ArmWorker(ParentPipe parent, WorkerRequest request)
{
    // What AppContext.BaseDirectory tells: files beside the build are those of its own folder.
    private const string BaseDirectory = "APP_CONTEXT_BASE_DIRECTORY";

    private readonly DuetArm _arm = new(MachineProbes.OfThisMachine, isOwn: null);
    private bool _hasFailed;

    /// <summary>Loads the build, says what it is, and does what it is told until it is left.</summary>
    public void Run()
    {
        using TestExecutionContext.IsolatedContext own = new();
        Arm? arm = null;
        Answer(() =>
        {
            arm = Load();
            return Reply() with { Identity = arm.Identity };
        });
        if (arm is not null)
        {
            Serve(arm);
        }
    }

    private Arm Load()
    {
        string folder = request.BuildFolder!;
        AppContext.SetData(BaseDirectory, Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar);
        string path = Path.Combine(folder, Path.GetFileName(request.Test.Assembly));
        return new Arm(new BuildContext(request.Build!, path, path, SharedAssemblies.OfAnyBuild), request.Test);
    }

    // Until it is told to leave, or the parent has gone.
    private void Serve(Arm arm)
    {
        while (!_hasFailed && parent.Read() is { } line && WorkerMessages.ReadCommand(line) is { Action: not ArmAction.Leave } command)
        {
            Answer(() => Do(arm, command));
        }
    }

    private ArmReply Do(Arm arm, ArmCommand command)
    {
        switch (command.Action)
        {
            case ArmAction.Enter:
                arm.RunWhole(_ => ServeWithin(arm));
                return Reply();
            case ArmAction.Stand:
                GC.Collect();
                arm.RunFixture(reached =>
                {
                    _arm.Stand(reached.Body(_ => { }));
                    ServeWithin(arm);
                    _arm.Leave();
                    reached.ThrowIfFailed();
                });
                return Reply();
            case ArmAction.Begin:
                _arm.Begin(command.Plan!.ToPlan(), command.Calls);
                return Reply();
            case ArmAction.Take when command.Calls == 0:
                _arm.Take();
                return Reply() with { Seconds = _arm.LastWallSeconds[^1] };
            case ArmAction.Take:
                return Reply() with { Seconds = _arm.Take(command.Calls) };
            case ArmAction.Call:
                _arm.Call();
                return Reply();
            case ArmAction.Look:
                return Reply() with { Look = _arm.Look() };
            case ArmAction.Clear:
                _arm.Clear();
                return Reply();
            case ArmAction.Samples:
                return Reply() with { Samples = _arm.Samples(command.WarmUp, command.MeasuredSeconds) };
            default:
                throw new DuetException($"an arm is not told to {command.Action} here");
        }
    }

    // The parent learns that the place is reached; its next word is for what stands there.
    private void ServeWithin(Arm arm)
    {
        parent.Write(WorkerMessages.Write(Reply()));
        Serve(arm);
    }

    // What happened first is told, once: a body that failed makes the runs around it fail too.
    private void Answer(Func<ArmReply> act)
    {
        ArmReply reply;
        try
        {
            reply = act();
        }
        catch (Exception e)
        {
            reply = Failure(e);
        }

        if (!_hasFailed)
        {
            parent.Write(WorkerMessages.Write(reply));
        }

        _hasFailed |= reply.Error is not null;
    }

    private ArmReply Failure(Exception e) => Reply() with
    {
        Error = e is DuetException or NewToBaseException or MeasurementException ? e.Message : $"the {request.Build} build failed: {e.Message}",
        Trace = e is DuetException { BodyTrace: { } trace } ? trace : e.StackTrace,
        IsNew = e is NewToBaseException,
    };

    private static ArmReply Reply() => new(MachineProbes.OfThisMachine.Compiler.Read());
}
