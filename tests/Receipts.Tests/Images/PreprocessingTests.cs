using NUnit.Framework;
using Receipts.Images;
using Shouldly;
using SkiaSharp;

namespace Receipts.Tests.Images;

public sealed class PreprocessingTests
{
    [TestCase(463, 1013, 640, 288, 640)]
    [TestCase(1013, 463, 960, 960, 448)]
    [TestCase(100, 100, 100, 96, 96)]
    [TestCase(10, 5_000, 640, 32, 640)]
    public void SidesAreMultiplesOf32(int width, int height, int side, int expectedWidth, int expectedHeight) =>
        Preprocessing.SizeOf(width, height, side).ShouldBe((expectedWidth, expectedHeight));

    [Test]
    public void ValuesAreBlueGreenRedPlanesNormalised()
    {
        using ReceiptImage image = Plain(64, 32, new SKColor(red: 255, green: 128, blue: 0));
        using var preprocessing = new Preprocessing();

        PreparedImage prepared = preprocessing.Prepare(image, 64);

        (prepared.Tensor.Width, prepared.Tensor.Height).ShouldBe((64, 32));
        float[][] planes = [.. prepared.Tensor.Values.Chunk(64 * 32)];
        planes.Length.ShouldBe(3);
        planes[0].ShouldAllBe(value => Math.Abs(value - ((0f - 0.485f) / 0.229f)) < 1e-5f);
        planes[1].ShouldAllBe(value => Math.Abs(value - (((128f / 255) - 0.456f) / 0.224f)) < 1e-5f);
        planes[2].ShouldAllBe(value => Math.Abs(value - ((1f - 0.406f) / 0.225f)) < 1e-5f);
    }

    [Test]
    public void PlacesOfTheImageKeepTheirOrder()
    {
        using var bitmap = new SKBitmap(64, 32);
        bitmap.Erase(SKColors.Black);
        bitmap.SetPixel(5, 7, SKColors.White);
        using ReceiptImage image = Of(bitmap);
        using var preprocessing = new Preprocessing();

        float[] values = preprocessing.Prepare(image, 64).Tensor.Values;

        Array.IndexOf(values, values.Max()).ShouldBe((2 * 64 * 32) + (7 * 64) + 5);
    }

    [Test]
    public void TheScaleLeadsBack()
    {
        using ReceiptImage image = Plain(463, 1013, SKColors.Gray);
        using var preprocessing = new Preprocessing();

        PreparedImage prepared = preprocessing.Prepare(image, 640);

        (288 * prepared.ScaleBack.X).ShouldBe(463, 1e-3);
        (640 * prepared.ScaleBack.Y).ShouldBe(1013, 1e-3);
    }

    [Test]
    public void ValuesAreUsedAgainOnlyWhereTheyFit()
    {
        using ReceiptImage image = Plain(64, 32, SKColors.Gray);
        using var preprocessing = new Preprocessing();
        float[] first = preprocessing.Prepare(image, 64).Tensor.Values;

        preprocessing.Prepare(image, 64, first).Tensor.Values.ShouldBeSameAs(first);
        preprocessing.Prepare(image, 128, first).Tensor.Values.ShouldNotBeSameAs(first);
    }

    [Test]
    public void ASideMustBePositive() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Preprocessing.SizeOf(10, 10, 0));

    private static ReceiptImage Plain(int width, int height, SKColor colour)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(colour);
        return Of(bitmap);
    }

    private static ReceiptImage Of(SKBitmap bitmap)
    {
        using SKData encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return ReceiptImage.FromBytes(encoded.AsSpan(), "test.png");
    }
}
