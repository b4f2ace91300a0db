using NetTopologySuite.Geometries;
using Receipts.PostProcessing;

namespace Receipts.Quality;

/// <summary>
/// Pairs lines of the ground truth with boxes of the detector, greatest overlap first, each at most once.
/// </summary>
public static class BoxMatching
{
    /// <summary>
    /// Pairs whose overlap is not above this do not belong together, as ICDAR's and SROIE's contests count.
    /// </summary>
    public const double DefaultLeastOverlap = 0.5;

    /// <summary>Counts what belongs together.</summary>
    /// <param name="expected">Polygons of the lines.</param>
    /// <param name="found">Boxes, in the same pixels.</param>
    /// <param name="leastOverlap">Intersection over union that a pair must exceed, 0 to 1.</param>
    public static MatchCounts Count(
        IReadOnlyList<Geometry> expected, IReadOnlyList<DetectedBox> found, double leastOverlap = DefaultLeastOverlap)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(found);
        Geometry[] boxes = [.. found.Select(box => Polygons.Of(box.Corners))];
        var lineTaken = new bool[expected.Count];
        var boxTaken = new bool[boxes.Length];
        int matched = 0;
        foreach (Pair pair in Overlapping(expected, boxes, leastOverlap))
        {
            if (!lineTaken[pair.Line] && !boxTaken[pair.Box])
            {
                lineTaken[pair.Line] = boxTaken[pair.Box] = true;
                matched++;
            }
        }

        return new MatchCounts(expected.Count, boxes.Length, matched);
    }

    private static List<Pair> Overlapping(IReadOnlyList<Geometry> expected, Geometry[] boxes, double leastOverlap)
    {
        var pairs = new List<Pair>(boxes.Length);
        for (int line = 0; line < expected.Count; line++)
        {
            for (int box = 0; box < boxes.Length; box++)
            {
                double overlap = Polygons.Overlap(expected[line], boxes[box]);
                if (overlap > leastOverlap)
                {
                    pairs.Add(new Pair(line, box, overlap));
                }
            }
        }

        pairs.Sort();
        return pairs;
    }

    private readonly record struct Pair(int Line, int Box, double Overlap) : IComparable<Pair>
    {
        // Equal overlaps in the order of the lists, so that the result does not depend on how a sort treats them.
        public int CompareTo(Pair other) =>
            (other.Overlap, Line, Box).CompareTo((Overlap, other.Line, other.Box));
    }
}
