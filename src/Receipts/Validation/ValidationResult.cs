namespace Receipts.Validation;

/// <summary>What a run of validation found.</summary>
/// <param name="Score">How well all receipts together were read.</param>
/// <param name="CacheHits">Lookups in the polygon cache that found something.</param>
/// <param name="CacheMisses">Lookups that did not.</param>
/// <param name="Timings">How long it took.</param>
public sealed record ValidationResult(ReceiptScore Score, int CacheHits, int CacheMisses, ValidationTimings Timings)
{
    /// <summary>The harmonic mean of precision and recall over all lines of all receipts, 0 to 1.</summary>
    public double HarmonicMean => Score.Counts.HarmonicMean;

    /// <summary>Share of the boxes that are lines, 0 to 1.</summary>
    public double Precision => Score.Counts.Precision;

    /// <summary>Share of the lines that were found, 0 to 1.</summary>
    public double Recall => Score.Counts.Recall;
}
