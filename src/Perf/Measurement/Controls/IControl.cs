namespace Perf.Measurement.Controls;

/// <summary>
/// A fixed piece of work, 0.1 to 1 ms, that is run immediately before and after each call of a body: what slows a body slows
/// work of the same kind as well, so that a time recorded elsewhere and earlier can be compared relative to it. A class of
/// one's own is named by <c>[PerfControl(typeof(…))]</c> and has a constructor without parameters; one that is
/// <see cref="IDisposable"/> is disposed of after the launch.
/// </summary>
public interface IControl
{
    /// <summary>The name that a baseline keeps; by default that of the type.</summary>
    string Name => GetType().Name;

    /// <summary>From 1; whoever changes the work raises it, which voids the baselines that were recorded beside it.</summary>
    int Version => 1;

    /// <summary>Does the work: the same in every call.</summary>
    void Run();
}
