namespace Perf.Baselines;

/// <summary>Something in which the machine of a baseline is unlike this one.</summary>
/// <param name="Field">What differs, in words.</param>
/// <param name="Recorded">How it was when the baseline was recorded.</param>
/// <param name="Current">How it is here.</param>
public sealed record FingerprintDifference(string Field, string Recorded, string Current)
{
    /// <summary>The difference as messages say it.</summary>
    public override string ToString() => $"{Field}: recorded {Recorded}, here {Current}";
}
