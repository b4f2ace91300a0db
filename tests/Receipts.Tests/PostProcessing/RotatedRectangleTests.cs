using CsCheck;
using NetTopologySuite.Geometries;
using NUnit.Framework;
using Receipts.PostProcessing;
using Shouldly;
using MinimumAreaRectangle = NetTopologySuite.Algorithm.MinimumAreaRectangle;

namespace Receipts.Tests.PostProcessing;

/// <summary>Hull and smallest rectangle against those of NetTopologySuite.</summary>
public sealed class RotatedRectangleTests
{
    private static readonly GeometryFactory Factory = new();

    private static readonly Gen<Pixel[]> Clouds = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40], (x, y) => new Pixel(x, y))
        .Array[3, 60]
        .Select(points => points.Distinct().OrderBy(point => point.Y).ThenBy(point => point.X).ToArray());

    [Test]
    public void TheHullIsThatOfNetTopologySuite() => Clouds.Sample(points =>
    {
        Geometry expected = AsGeometry(points).ConvexHull();
        return expected is not Polygon || HullOf(points).ToHashSet().SetEquals(
            expected.Coordinates.Select(corner => new Pixel((int)corner.X, (int)corner.Y)));
    });

    [Test]
    public void TheRectangleIsAsSmallAsThatOfNetTopologySuite() => Clouds.Sample(points =>
    {
        RotatedRectangle rectangle = RotatedRectangle.Around(HullOf(points));
        double expected = MinimumAreaRectangle.GetMinimumRectangle(AsGeometry(points)).Area;
        return Math.Abs((rectangle.Length * rectangle.Breadth) - expected) < 1e-6 * (1 + expected);
    });

    [Test]
    public void PointsInARowHaveNoBreadth()
    {
        RotatedRectangle rectangle = RotatedRectangle.Around(HullOf([new(1, 1), new(2, 2), new(3, 3), new(4, 4)]));

        rectangle.LeastSide.ShouldBe(0, 1e-12);
        rectangle.Length.ShouldBe(Math.Sqrt(18), 1e-12);
    }

    [Test]
    public void ASinglePointIsARectangleWithoutSides() =>
        RotatedRectangle.Around([new Pixel(3, 4)]).ShouldBe(new RotatedRectangle(3, 4, 1, 0, 0, 0));

    private static List<Pixel> HullOf(IEnumerable<Pixel> points)
    {
        var hull = new List<Pixel>();
        ConvexHull.Find([.. points], hull);
        return hull;
    }

    private static MultiPoint AsGeometry(Pixel[] points) =>
        Factory.CreateMultiPointFromCoords([.. points.Select(point => new Coordinate(point.X, point.Y))]);
}
