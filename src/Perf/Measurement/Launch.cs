namespace Perf.Measurement;

/// <summary>What one fresh process says of one metric.</summary>
/// <param name="Typical">The estimate over all of its samples: a Pass is decided over these.</param>
/// <param name="Quiet">
/// The estimate of a witness that neighbours disturb least: a Regressed is decided over these. Where a launch has no
/// such witness of its own (a duet, a ratio) it is the typical one.
/// </param>
public readonly record struct Launch(Estimate Typical, Estimate Quiet)
{
    /// <summary>A launch whose one estimate serves both sides.</summary>
    public Launch(Estimate only)
        : this(only, only)
    {
    }
}
