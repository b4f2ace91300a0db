namespace Perf.Measurement.Controls;

/// <summary>
/// A fixed piece of work, 0.1 to 1 ms, that is run immediately before and after each call of a body: what slows a body slows
/// work of the same kind as well, so that a time recorded elsewhere and earlier can be compared relative to it.
/// </summary>
public interface IControl
{
    /// <summary>The name that a baseline keeps.</summary>
    string Name => GetType().Name;

    /// <summary>From 1; raised when the work is changed, which voids the baselines that were recorded beside it.</summary>
    int Version { get; }

    /// <summary>Does the work: the same in every call.</summary>
    void Run();
}
