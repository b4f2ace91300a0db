using System.Numerics;
using NUnit.Framework;
using Receipts.Images;
using Shouldly;
using SkiaSharp;

namespace Receipts.Tests.Images;

public sealed class SyntheticReceiptsTests
{
    [Test]
    public void TheSameSeedGivesTheSameReceipts()
    {
        var options = new SyntheticOptions { Count = 2, Seed = 5 };
        IReadOnlyList<Receipt> once = SyntheticReceipts.Create(options);
        IReadOnlyList<Receipt> again = SyntheticReceipts.Create(options);

        once.Select(receipt => receipt.Encoded.ToArray()).ShouldBe(again.Select(receipt => receipt.Encoded.ToArray()));
        once.SelectMany(receipt => receipt.Lines).ShouldBe(again.SelectMany(receipt => receipt.Lines));
    }

    [Test]
    public void ALargerSetBeginsWithTheSmallerOne() =>
        Encoded(new SyntheticOptions { Count = 1 })[0].ShouldBe(Encoded(new SyntheticOptions { Count = 2 })[0]);

    [Test]
    public void AnotherSeedGivesOtherReceipts()
    {
        byte[] one = Encoded(new SyntheticOptions { Count = 1, Seed = 1 })[0];
        byte[] other = Encoded(new SyntheticOptions { Count = 1, Seed = 2 })[0];

        one.ShouldNotBe(other);
    }

    [Test]
    public void EveryLineLiesInsideTheImage([Values(0, 1, 2)] float wear)
    {
        var options = new SyntheticOptions { Count = 6, Wear = wear };

        foreach (TextLine line in SyntheticReceipts.Create(options).SelectMany(receipt => receipt.Lines))
        {
            line.Corners.Least.X.ShouldBeGreaterThanOrEqualTo(0);
            line.Corners.Least.Y.ShouldBeGreaterThanOrEqualTo(0);
            line.Corners.Greatest.X.ShouldBeLessThanOrEqualTo(options.Width);
            line.Corners.Greatest.Y.ShouldBeLessThanOrEqualTo(options.Height);
        }
    }

    [Test]
    public void TheInkIsWithinTheLines()
    {
        Receipt receipt = SyntheticReceipts.Create(new SyntheticOptions { Count = 1, Wear = 0 })[0];
        using ReceiptImage image = receipt.Load();
        SKColor paper =
            image.Bitmap.GetPixel((int)receipt.Lines[0].Corners.First.X, (int)receipt.Lines[0].Corners.First.Y - 3);
        paper.Red.ShouldBeGreaterThan((byte)200);

        foreach (TextLine line in receipt.Lines)
        {
            DarkestWithin(image.Bitmap, line.Corners).ShouldBeLessThan((byte)130, line.Text);
        }
    }

    [Test]
    public void EveryReceiptHasASum()
    {
        foreach (Receipt receipt in SyntheticReceipts.Create(new SyntheticOptions { Count = 4 }))
        {
            receipt.Lines.Select(line => line.Text).ShouldContain("TOTAL");
        }
    }

    private static byte DarkestWithin(SKBitmap bitmap, Quadrilateral corners)
    {
        byte darkest = byte.MaxValue;
        Vector2 least = corners.Least;
        Vector2 greatest = corners.Greatest;
        for (int y = (int)least.Y; y < greatest.Y; y++)
        {
            for (int x = (int)least.X; x < greatest.X; x++)
            {
                darkest = Math.Min(darkest, bitmap.GetPixel(x, y).Green);
            }
        }

        return darkest;
    }

    private static byte[][] Encoded(SyntheticOptions options) =>
        [.. SyntheticReceipts.Create(options).Select(receipt => receipt.Encoded.ToArray())];
}
