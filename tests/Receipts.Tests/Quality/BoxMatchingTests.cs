using NetTopologySuite.Geometries;
using NUnit.Framework;
using Receipts.Images;
using Receipts.PostProcessing;
using Receipts.Quality;
using Shouldly;

namespace Receipts.Tests.Quality;

public sealed class BoxMatchingTests
{
    private static readonly Quadrilateral Line = Quadrilateral.Upright(0, 0, 100, 20);
    private static readonly Quadrilateral OtherLine = Quadrilateral.Upright(0, 30, 100, 50);

    [Test]
    public void EqualBoxesMatch() => Count([Line, OtherLine], [OtherLine, Line]).ShouldBe(new MatchCounts(2, 2, 2));

    [Test]
    public void BoxesElsewhereDoNotMatch() =>
        Count([Line], [Quadrilateral.Upright(200, 0, 300, 20)]).ShouldBe(new MatchCounts(1, 1, 0));

    [Test]
    public void ASecondBoxOnTheSameLineCountsAgainstPrecision()
    {
        MatchCounts counts = Count([Line], [Line, Line]);

        counts.ShouldBe(new MatchCounts(1, 2, 1));
        (counts.Precision, counts.Recall).ShouldBe((0.5, 1));
    }

    [Test]
    public void ABoxOverTwoLinesMatchesOne() =>
        Count([Line, Line.Scaled(new(1, 1.1f))], [Line]).ShouldBe(new MatchCounts(2, 1, 1));

    [Test]
    public void TheGreatestOverlapIsTakenFirst()
    {
        // The first box fits both lines, the second the first line only: in the order of the lists one would be left
        // over.
        Quadrilateral between = Quadrilateral.Upright(0, 0, 100, 28);
        Quadrilateral exact = Quadrilateral.Upright(0, 0, 100, 20);
        Quadrilateral lower = Quadrilateral.Upright(0, 6, 100, 30);

        Count([Line, lower], [between, exact]).ShouldBe(new MatchCounts(2, 2, 2));
    }

    [Test]
    public void HalfAnOverlapIsNotEnough() =>
        Count([Line], [Quadrilateral.Upright(0, 0, 50, 20)]).ShouldBe(new MatchCounts(1, 1, 0));

    [Test]
    public void ALineWithoutAreaNeverMatches() =>
        Count([Quadrilateral.Upright(5, 5, 5, 5)], [Line]).ShouldBe(new MatchCounts(1, 1, 0));

    [Test]
    public void ALineWhoseCornersAreOutOfOrderMatchesAllTheSame()
    {
        var crossed = new Quadrilateral(Line.First, Line.Third, Line.Second, Line.Fourth);

        Count([crossed], [Line]).ShouldBe(new MatchCounts(1, 1, 1));
    }

    [Test]
    public void NothingExpectedAndNothingFoundIsPerfect()
    {
        MatchCounts counts = Count([], []);

        (counts.Precision, counts.Recall, counts.HarmonicMean).ShouldBe((1, 1, 1));
    }

    [Test]
    public void NothingFoundIsWorthNothing() => Count([Line], []).HarmonicMean.ShouldBe(0);

    [Test]
    public void TheMeanIsHarmonic()
    {
        var counts = new MatchCounts(Expected: 10, Found: 5, Matched: 4);

        counts.HarmonicMean.ShouldBe(2 * counts.Precision * counts.Recall / (counts.Precision + counts.Recall), 1e-12);
        (counts + counts).HarmonicMean.ShouldBe(counts.HarmonicMean, 1e-12);
    }

    private static MatchCounts Count(Quadrilateral[] expected, Quadrilateral[] found)
    {
        Geometry[] polygons = [.. expected.Select(line => Polygons.Of(line))];
        return BoxMatching.Count(polygons, [.. found.Select(box => new DetectedBox(box, 1))]);
    }
}
