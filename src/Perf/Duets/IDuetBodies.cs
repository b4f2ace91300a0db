namespace Perf.Duets;

/// <summary>The two builds of a test in this process, which can be set up anew as often as wanted.</summary>
public interface IDuetBodies
{
    /// <summary>
    /// Collects garbage, builds both fixtures and sets them up, the base's first or the head's, hands their bodies over while both stand, and
    /// takes them down again.
    /// </summary>
    void Stand(bool isBaseFirst, Action<DuetBody, DuetBody> use);
}

/// <summary>One build's body, ready to be called.</summary>
/// <param name="Enter">Gives the build its own surroundings; called before each sample, outside of what is measured.</param>
/// <param name="Call">Runs the body once.</param>
public sealed record DuetBody(Action Enter, Action Call);
