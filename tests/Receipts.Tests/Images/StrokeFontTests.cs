using NUnit.Framework;
using Receipts.Images;
using Shouldly;
using SkiaSharp;

namespace Receipts.Tests.Images;

public sealed class StrokeFontTests
{
    [Test]
    public void EveryCapitalAndDigitHasAGlyphOfItsOwn()
    {
        const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

        Characters.Select(ShapeOf).Distinct().Count().ShouldBe(Characters.Length);
    }

    [Test]
    public void GlyphsStayWithinTheirPlace()
    {
        foreach (char character in Enumerable.Range(33, 90).Select(code => (char)code).Where(StrokeFont.Has))
        {
            using SKPath path = StrokeFont.PathOf(character.ToString(), 10, 60, 30);
            SKRect bounds = path.Bounds;
            bounds.Left.ShouldBeGreaterThanOrEqualTo(10, character.ToString());
            bounds.Right.ShouldBeLessThanOrEqualTo(10 + StrokeFont.WidthOf("X", 30) + 1e-3f, character.ToString());
            bounds.Top.ShouldBeGreaterThanOrEqualTo(30, character.ToString());
            bounds.Bottom.ShouldBeLessThanOrEqualTo(60 + 5 + 1e-3f, character.ToString());
        }
    }

    [Test]
    public void AnUnknownCharacterIsNamed() =>
        Should.Throw<ArgumentException>(() => StrokeFont.PathOf("AÄ", 0, 10, 10)).Message.ShouldContain("'Ä'");

    private static string ShapeOf(char character)
    {
        using SKPath path = StrokeFont.PathOf(character.ToString(), 0, 6, 6);
        return path.ToSvgPathData();
    }
}
