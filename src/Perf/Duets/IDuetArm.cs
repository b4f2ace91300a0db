using Perf.Measurement;

namespace Perf.Duets;

/// <summary>One build in a duet, which is called and sampled where it runs: in this process, or in one of its own.</summary>
public interface IDuetArm
{
    /// <summary>Wall time of one call in the latest samples, s.</summary>
    double[] LastWallSeconds { get; }

    /// <summary>Forgets all samples, and takes those of a plan from here on.</summary>
    /// <param name="plan">What to sample.</param>
    /// <param name="callsPerSample">How often the body is called in a sample.</param>
    void Begin(SamplingPlan plan, int callsPerSample);

    /// <summary>Takes a sample.</summary>
    void Take();

    /// <summary>Takes a sample of so many calls.</summary>
    /// <returns>Seconds of one call.</returns>
    double Take(int calls);

    /// <summary>Runs the body once, without a sample.</summary>
    void Call();

    /// <summary>Looks at what the body does beside using its thread.</summary>
    ThreadTimeReport Look();

    /// <summary>Forgets all samples.</summary>
    void Clear();

    /// <summary>What was measured so far.</summary>
    /// <param name="warmUp">How the warm-up went.</param>
    /// <param name="measuredSeconds">From its end to now, s.</param>
    ArmSamples Samples(WarmUpReport warmUp, double measuredSeconds);
}
