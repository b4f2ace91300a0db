namespace Perf.Judging;

/// <summary>The baseline that a limit was made from.</summary>
/// <param name="Value">The accepted value, in the unit of the metric.</param>
/// <param name="Source">The file, commit, date and machine, as a reader should find them in a message.</param>
/// <param name="AllowedPercent">How much worse than it is allowed.</param>
public sealed record BaselineEvidence(double Value, string Source, double AllowedPercent)
{
    /// <summary>The distribution of the recorded values, quantiles in equal steps from the least to the largest; none where nobody kept it.</summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [];
}
