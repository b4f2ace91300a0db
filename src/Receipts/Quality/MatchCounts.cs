namespace Receipts.Quality;

/// <summary>How many lines were expected, how many boxes were found, and how many of both belong together.</summary>
/// <param name="Expected">Lines of the ground truth.</param>
/// <param name="Found">Boxes of the detector.</param>
/// <param name="Matched">Pairs of the two, no line and no box in more than one.</param>
public readonly record struct MatchCounts(int Expected, int Found, int Matched)
{
    /// <summary>Share of the boxes that are lines, 0 to 1; 1 where nothing was found and nothing was to be.</summary>
    public double Precision => Share(Matched, Found, Expected);

    /// <summary>Share of the lines that were found, 0 to 1; 1 where nothing was to be found and nothing was.</summary>
    public double Recall => Share(Matched, Expected, Found);

    /// <summary>The harmonic mean of precision and recall ("hmean"), 0 to 1.</summary>
    public double HarmonicMean => Expected + Found == 0 ? 1 : 2.0 * Matched / (Expected + Found);

    /// <summary>The counts of both.</summary>
    public static MatchCounts operator +(MatchCounts left, MatchCounts right) =>
        new(left.Expected + right.Expected, left.Found + right.Found, left.Matched + right.Matched);

    private static double Share(int part, int whole, int other) =>
        whole > 0 ? (double)part / whole : other == 0 ? 1 : 0;
}
