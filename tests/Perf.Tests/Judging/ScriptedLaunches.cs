using Perf.Controlled;

namespace Perf.Tests.Judging;

/// <summary>Launches beside a control, one after another; each asks whether it may end early, as the first of a run does.</summary>
internal sealed class ScriptedLaunches(params ControlledSamples[] launches) : IControlledSource
{
    /// <summary>Whether each launch so far could have ended early.</summary>
    public List<bool> Enough { get; } = [];

    public ControlledSamples Next(Func<ControlledSamples, bool> isEnough)
    {
        ControlledSamples launch = launches[Enough.Count];
        Enough.Add(isEnough(launch));
        return launch;
    }
}
