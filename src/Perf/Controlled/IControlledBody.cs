using Perf.Duets;

namespace Perf.Controlled;

/// <summary>A test in this process, which can be set up anew as often as wanted.</summary>
public interface IControlledBody
{
    /// <summary>
    /// Collects garbage, builds the fixture and sets it up, hands its body over while it stands, and takes it down again.
    /// </summary>
    void Stand(Action<DuetBody> use);
}
