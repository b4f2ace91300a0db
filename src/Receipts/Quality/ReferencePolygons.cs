using System.Numerics;
using NetTopologySuite.Geometries;
using Receipts.Images;

namespace Receipts.Quality;

/// <summary>What validation derives from the ground truth of one receipt, in pixels of the detector's input.</summary>
/// <param name="Lines">A polygon for each line.</param>
/// <param name="Cores">
/// The corners of each line's core, convex: the part that the network is trained to mark. Empty for a line without
/// area.
/// </param>
public sealed record ReferencePolygons(IReadOnlyList<Geometry> Lines, IReadOnlyList<Vector2[]> Cores)
{
    // A polygon with its ring, five coordinates and envelope, a core of four points, and the two references: 64-bit
    // .NET 10, rounded up.
    private const long BytesOfLine = 900;
    private const long BytesOfEntry = 500;

    /// <summary>About how many bytes of memory this takes.</summary>
    public long EstimatedBytes => BytesOfEntry + (BytesOfLine * Lines.Count);

    /// <summary>Derives them.</summary>
    /// <param name="lines">The ground truth, in pixels of the image.</param>
    /// <param name="scale">Pixels of the input for one of the image, across and down.</param>
    /// <param name="shrinkRatio">
    /// How much cores are smaller: an edge moves inwards by area × (1 − ratio²) / perimeter (Liao et al., Real-time
    /// Scene Text
    /// Detection with Differentiable Binarization, 2020, section 3.4).
    /// </param>
    public static ReferencePolygons Derive(IReadOnlyList<TextLine> lines, Vector2 scale, double shrinkRatio)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Geometry[] polygons = [.. lines.Select(line => Polygons.Of(line.Corners.Scaled(scale)))];
        return new ReferencePolygons(polygons, [.. polygons.Select(polygon => CoreOf(polygon, shrinkRatio))]);
    }

    private static Vector2[] CoreOf(Geometry polygon, double shrinkRatio) => polygon.Area > 0
        ? Polygons.Shrunk(polygon, polygon.Area * (1 - (shrinkRatio * shrinkRatio)) / polygon.Length)
        : [];
}
