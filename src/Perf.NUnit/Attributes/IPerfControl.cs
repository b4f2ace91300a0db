namespace Perf;

/// <summary>
/// A control of one's own, named by <see cref="PerfControlAttribute"/>: a fixed piece of work, 0.1 to 1 ms, that touches what the body
/// of a test touches. It is run immediately before and after each call of the body; what slows the one slows the other, so that a
/// time recorded earlier can be compared relative to it. The class has a constructor without parameters, which may allocate what
/// <see cref="Run"/> needs; one that is <see cref="IDisposable"/> is disposed of after the launch.
/// </summary>
public interface IPerfControl
{
    /// <summary>The name that a baseline keeps; by default that of the type.</summary>
    string Name => GetType().Name;

    /// <summary>From 1; whoever changes the work raises it, which voids the baselines that were recorded beside it.</summary>
    int Version => 1;

    /// <summary>Does the work: the same in every call.</summary>
    void Run();
}
