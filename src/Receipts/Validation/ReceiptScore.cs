using Receipts.Quality;

namespace Receipts.Validation;

/// <summary>How well one receipt was read, or several together.</summary>
/// <param name="Counts">Lines, boxes and matches.</param>
/// <param name="MarkedCores">
/// Lines whose core the probability map itself marks: a line marked but not matched was lost by the post-processing,
/// not by the network.
/// </param>
public readonly record struct ReceiptScore(MatchCounts Counts, int MarkedCores)
{
    /// <summary>Share of the lines whose core is marked, 0 to 1.</summary>
    public double CoreRecall => Counts.Expected == 0 ? 1 : (double)MarkedCores / Counts.Expected;

    /// <summary>The scores of both.</summary>
    public static ReceiptScore operator +(ReceiptScore left, ReceiptScore right) =>
        new(left.Counts + right.Counts, left.MarkedCores + right.MarkedCores);
}
