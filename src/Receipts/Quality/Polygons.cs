using System.Numerics;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Operation.Buffer;
using Receipts.Images;

namespace Receipts.Quality;

/// <summary>Quadrilaterals as polygons of NetTopologySuite.</summary>
internal static class Polygons
{
    // The newer overlay does not throw where edges nearly touch; the older one, still the default, now and then does.
    private static readonly GeometryFactory Factory = new NtsGeometryServices(
        CoordinateArraySequenceFactory.Instance,
        PrecisionModel.Floating.Value,
        srid: 0,
        GeometryOverlay.NG,
        new CoordinateEqualityComparer()).CreateGeometryFactory();

    private static readonly BufferParameters SharpCorners = new() { JoinStyle = JoinStyle.Mitre };

    /// <summary>
    /// The polygon with these corners; where its edges cross, the hull of them, and a line or a point where it has no
    /// area.
    /// </summary>
    public static Geometry Of(in Quadrilateral corners)
    {
        Polygon polygon = Factory.CreatePolygon(
        [
            CoordinateOf(corners.First),
            CoordinateOf(corners.Second),
            CoordinateOf(corners.Third),
            CoordinateOf(corners.Fourth),
            CoordinateOf(corners.First),
        ]);
        return polygon.IsValid ? polygon : polygon.ConvexHull();
    }

    /// <summary>Intersection over union, 0 to 1; 0 where neither has an area.</summary>
    public static double Overlap(Geometry left, Geometry right)
    {
        if (!left.EnvelopeInternal.Intersects(right.EnvelopeInternal))
        {
            return 0;
        }

        double shared = left.Intersection(right).Area;
        double either = left.Area + right.Area - shared;
        return either > 0 ? shared / either : 0;
    }

    /// <summary>The polygon without a rim of so many pixels, convex; empty where nothing is left.</summary>
    public static Vector2[] Shrunk(Geometry polygon, double pixels)
    {
        Geometry rest = polygon.Buffer(-pixels, SharpCorners).ConvexHull();
        return rest is Polygon core
            ? [.. core.Shell.Coordinates.SkipLast(1).Select(corner => new Vector2((float)corner.X, (float)corner.Y))]
            : [];
    }

    private static Coordinate CoordinateOf(Vector2 corner) => new(corner.X, corner.Y);
}
