namespace Perf.Tool.Doctors;

/// <summary>What <c>doctor --json</c> writes.</summary>
/// <param name="Fit">Whether nothing bad was found.</param>
/// <param name="Findings">What was looked at.</param>
/// <param name="Controls">The noise of each control.</param>
internal sealed record DoctorDocument(bool Fit, IReadOnlyList<Finding> Findings, IReadOnlyList<ControlDocument> Controls);

/// <summary>The noise of a control.</summary>
/// <param name="Name">The control.</param>
/// <param name="Seconds">What it takes, as a median of wall time, s.</param>
/// <param name="Deviation">How much that varies, as standard deviation of its logarithm: 0.01 for 1 %.</param>
/// <param name="Disturbed">The share of the calls during which somebody else was on the core.</param>
/// <param name="SentinelExcess">How much longer the sentinel takes on average than undisturbed, a share of that.</param>
/// <param name="Smallest">The smallest changes that can be told of like code.</param>
internal sealed record ControlDocument(
    string Name, double Seconds, double Deviation, double Disturbed, double SentinelExcess, IReadOnlyList<SmallestChange> Smallest)
{
    /// <summary>The document of what was measured.</summary>
    public static ControlDocument Of(ControlNoise noise) =>
        new(noise.Name, noise.Seconds, noise.Deviation, noise.Disturbed, noise.SentinelExcess, noise.Smallest);
}
