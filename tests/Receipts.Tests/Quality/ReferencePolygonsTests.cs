using System.Numerics;
using NUnit.Framework;
using Receipts.Images;
using Receipts.Quality;
using Shouldly;

namespace Receipts.Tests.Quality;

public sealed class ReferencePolygonsTests
{
    [Test]
    public void LinesAreScaledToTheInput() =>
        Derive(Quadrilateral.Upright(10, 20, 110, 60), new Vector2(0.5f, 0.25f)).Lines[0].Area.ShouldBe(50 * 10, 1e-6);

    [Test]
    public void CoresAreShrunkOnEverySide()
    {
        Vector2[] core = Derive(Quadrilateral.Upright(0, 0, 100, 20), Vector2.One).Cores[0];

        // area × (1 − 0.4²) / perimeter = 2000 × 0.84 / 240 = 7
        core.Min(corner => corner.X).ShouldBe(7, 1e-4);
        core.Max(corner => corner.X).ShouldBe(93, 1e-4);
        core.Min(corner => corner.Y).ShouldBe(7, 1e-4);
        core.Max(corner => corner.Y).ShouldBe(13, 1e-4);
    }

    [Test]
    public void ALineWithoutAreaHasNoCore() =>
        Derive(Quadrilateral.Upright(3, 3, 9, 3), Vector2.One).Cores[0].ShouldBeEmpty();

    private static ReferencePolygons Derive(Quadrilateral line, Vector2 scale) =>
        ReferencePolygons.Derive([new TextLine(line, "X")], scale, shrinkRatio: 0.4);
}
