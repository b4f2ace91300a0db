using System.Numerics;
using CsCheck;
using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;
using Receipts.Quality;
using Shouldly;

namespace Receipts.Tests.PostProcessing;

public sealed class BoxFinderTests
{
    [Test]
    public void AnUprightLineIsRecovered() => OverlapOfOnly(160, 80, 120, 20, 0).ShouldBeGreaterThan(0.9);

    [Test]
    public void LinesAtAnyAngleAreRecovered() =>
        // Rectangles go through the centres of pixels and so lose up to two pixels of a side: broad lines show angle
        // and place alone.
        Gen.Select(Gen.Double[80, 160], Gen.Double[30, 50], Gen.Double[-89, 89]).Sample((length, breadth, degrees) =>
            OverlapOfOnly(160.3, 120.6, length, breadth, degrees) > 0.9);

    [Test]
    public void AnEmptyMapHasNoBoxes() => Find(new PaintedMap(64, 64).Map).ShouldBeEmpty();

    [Test]
    public void OnePixelIsNoLine() => Find(new PaintedMap(64, 64).Rectangle(20, 20, 1, 1, 0).Map).ShouldBeEmpty();

    [Test]
    public void ALineAtTheBorderGrowsBeyondIt()
    {
        DetectedBox box = Find(new PaintedMap(64, 64).Rectangle(0, 31.5, 40, 11, 0).Map).ShouldHaveSingleItem();

        box.Corners.Least.X.ShouldBeLessThan(0);
        box.Score.ShouldBe(0.9, 1e-6);
    }

    [Test]
    public void AMapFullOfTextIsOneBox() =>
        Find(new PaintedMap(64, 32).Rectangle(32, 16, 200, 200, 0).Map).Count.ShouldBe(1);

    [Test]
    public void FaintTextIsDropped() =>
        Find(new PaintedMap(64, 64).Rectangle(30, 30, 40, 10, 0, value: 0.5f).Map).ShouldBeEmpty();

    [Test]
    public void NoProbabilityAtAllIsNoText() =>
        Find(new PaintedMap(64, 64).Rectangle(30, 30, 40, 10, 0, float.NaN).Map).ShouldBeEmpty();

    [Test]
    public void RegionsThatTouchAtACornerAreOne()
    {
        ProbabilityMap map = new PaintedMap(64, 64).Rectangle(10, 10, 8, 8, 0).Rectangle(19, 19, 8, 8, 0).Map;

        Find(map, new PostProcessingOptions { BoxThreshold = 0.1 }).Count.ShouldBe(1);
    }

    [Test]
    public void LinesApartAreFoundFromTheTop()
    {
        ProbabilityMap map = new PaintedMap(128, 128).Rectangle(60, 90, 60, 10, 0).Rectangle(60, 30, 60, 10, 0).Map;

        IReadOnlyList<DetectedBox> boxes = Find(map);

        boxes.Count.ShouldBe(2);
        boxes[0].Corners.Least.Y.ShouldBeLessThan(boxes[1].Corners.Least.Y);
    }

    [Test]
    public void BoxesAreScaled()
    {
        ProbabilityMap map = new PaintedMap(128, 64).Rectangle(60, 30, 60, 10, 0).Map;
        var scaled = new List<DetectedBox>();

        new BoxFinder().Find(map, new Vector2(2, 3), scaled);

        scaled.ShouldHaveSingleItem().Corners.ShouldBe(Find(map)[0].Corners.Scaled(new Vector2(2, 3)));
    }

    [Test]
    public void NothingIsLeftOfTheMapBefore()
    {
        var finder = new BoxFinder();
        var boxes = new List<DetectedBox>();
        finder.Find(new PaintedMap(128, 128).Rectangle(60, 60, 60, 20, 30).Map, boxes);
        boxes.Clear();
        ProbabilityMap smaller = new PaintedMap(96, 64).Rectangle(40, 30, 50, 12, 5).Map;

        finder.Find(smaller, boxes);

        boxes.ShouldBe(Find(smaller));
    }

    [Test]
    public void OnceWarmItAllocatesNothing()
    {
        ProbabilityMap map = new PaintedMap(160, 160).Rectangle(70, 90, 60, 10, 8).Rectangle(60, 30, 60, 10, 0).Map;
        var finder = new BoxFinder();
        var boxes = new List<DetectedBox>();
        finder.Find(map, boxes);
        boxes.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();

        finder.Find(map, boxes);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        boxes.Count.ShouldBe(2);
    }

    [Test]
    public void AMapMustHaveAsManyValuesAsItsSidesSay() =>
        Should.Throw<ArgumentException>(() => Find(new ProbabilityMap(new float[10], 3, 4)))
            .Message.ShouldContain("12 values, not 10");

    private static double OverlapOfOnly(double centreX, double centreY, double length, double breadth, double degrees)
    {
        ProbabilityMap map = new PaintedMap(320, 240).Rectangle(centreX, centreY, length, breadth, degrees).Map;
        Quadrilateral expected = PaintedMap.Grown(centreX, centreY, length, breadth, degrees);
        return Polygons.Overlap(Polygons.Of(Find(map).ShouldHaveSingleItem().Corners), Polygons.Of(expected));
    }

    private static List<DetectedBox> Find(ProbabilityMap map, PostProcessingOptions? options = null)
    {
        var boxes = new List<DetectedBox>();
        new BoxFinder(options).Find(map, boxes);
        return boxes;
    }
}
