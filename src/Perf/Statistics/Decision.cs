namespace Perf.Statistics;

/// <summary>The answer of the <see cref="LaunchRule"/> to the launches so far.</summary>
/// <param name="Outcome">What they allow to be said.</param>
/// <param name="Ratio">The estimated ratio current / reference, turned so that more is worse.</param>
/// <param name="RatioBounds">Its 99 % bounds.</param>
/// <param name="SmallestDetectableRatio">The least ratio that these launches would have called broken.</param>
/// <param name="Luck">The standard deviation of ln ratio between processes: what was assumed, and what these launches showed.</param>
public readonly record struct Decision(
    Outcome Outcome,
    double Ratio,
    Bounds RatioBounds,
    double SmallestDetectableRatio,
    double Luck)
{
    /// <summary>The same answer, told as ratios to another reference.</summary>
    /// <param name="ratio">That reference over the present one.</param>
    public Decision RelativeTo(double ratio) => this with
    {
        Ratio = Ratio / ratio,
        RatioBounds = new Bounds(RatioBounds.Lower / ratio, RatioBounds.Upper / ratio),
        SmallestDetectableRatio = SmallestDetectableRatio / ratio,
    };
}
