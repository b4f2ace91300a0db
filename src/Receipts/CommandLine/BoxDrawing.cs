using Receipts.Images;
using Receipts.PostProcessing;
using SkiaSharp;

namespace Receipts.CommandLine;

/// <summary>Draws boxes on an image.</summary>
internal static class BoxDrawing
{
    /// <summary>Draws the boxes and writes a PNG file.</summary>
    /// <param name="image">The image; it is drawn upon.</param>
    /// <param name="boxes">The boxes, in pixels of the image.</param>
    /// <param name="path">The file to write.</param>
    public static void Save(ReceiptImage image, IReadOnlyList<DetectedBox> boxes, string path)
    {
        using var canvas = new SKCanvas(image.Bitmap);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Math.Max(1.5f, Math.Max(image.Width, image.Height) / 600f),
            Color = new SKColor(220, 30, 30),
        };
        foreach (DetectedBox box in boxes)
        {
            using SKPath outline = OutlineOf(box.Corners);
            canvas.DrawPath(outline, paint);
        }

        using SKData encoded = image.Bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        using FileStream file = File.Create(path);
        encoded.SaveTo(file);
    }

    private static SKPath OutlineOf(Quadrilateral corners)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(corners.First.X, corners.First.Y);
        for (int index = 1; index < Quadrilateral.Corners; index++)
        {
            builder.LineTo(corners[index].X, corners[index].Y);
        }

        builder.Close();
        return builder.Detach();
    }
}
