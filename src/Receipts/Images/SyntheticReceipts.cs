using SkiaSharp;

namespace Receipts.Images;

/// <summary>
/// Draws photographs of made-up receipts, with the exact place of every line of text as ground truth.
/// </summary>
public static class SyntheticReceipts
{
    // Far apart, so that two sets whose seeds are neighbours have no receipt in common.
    private const int SeedStep = 1_000_003;

    /// <summary>Draws a set of receipts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options makes no sense.</exception>
    public static IReadOnlyList<Receipt> Create(SyntheticOptions? options = null)
    {
        options ??= new SyntheticOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Wear);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Height, 200);
        return [.. Enumerable.Range(0, options.Count).Select(index => Create(options, index))];
    }

    private static Receipt Create(SyntheticOptions options, int index)
    {
        // A generator with a seed of its own gives the same numbers in every version of .NET.
        var random = new Random(unchecked((options.Seed * SeedStep) + index));
        IReadOnlyList<PrintedRow> rows = ReceiptText.Compose(random);
        SKMatrix placement = Perspective.Place(random, options.Wear, options.Width, options.Height);
        var info = new SKImageInfo(options.Width, options.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);

        IReadOnlyList<TextLine> lines = new PaperDrawing(random, options.Wear, placement).Draw(surface.Canvas, rows);
        byte[] encoded = new Camera(random, options.Wear).Photograph(surface);
        return new Receipt($"synthetic-{options.Seed}-{index:000}.jpg", encoded, lines);
    }
}
