using SkiaSharp;

namespace Receipts.Images;

/// <summary>How a sheet of paper lies before the camera.</summary>
internal static class Perspective
{
    /// <summary>
    /// Chooses where the sheet's corners come to lie, turned and seen at a slant, all of them within the image.
    /// </summary>
    /// <param name="random">Chance.</param>
    /// <param name="wear">How much to turn and slant; 0 for not at all.</param>
    /// <param name="width">Width of the image in pixels.</param>
    /// <param name="height">Height of the image in pixels.</param>
    /// <returns>From the sheet (0 to 1 across and down) to pixels of the image.</returns>
    public static SKMatrix Place(Random random, float wear, int width, int height)
    {
        const float MostDegrees = 9;
        const float MostShift = 0.05f;
        float degrees = Signed(random) * MostDegrees * wear;
        Span<SKPoint> corners = [new(-0.5f, -0.5f), new(0.5f, -0.5f), new(0.5f, 0.5f), new(-0.5f, 0.5f)];
        float paperWidth = width * (0.76f + (0.16f * random.NextSingle()));
        float paperHeight = height * 0.96f;
        SKMatrix turn =
            SKMatrix.CreateRotationDegrees(degrees).PreConcat(SKMatrix.CreateScale(paperWidth, paperHeight));
        for (int index = 0; index < corners.Length; index++)
        {
            SKPoint corner = turn.MapPoint(corners[index]);
            corners[index] = new SKPoint(
                corner.X + (Signed(random) * MostShift * wear * width),
                corner.Y + (Signed(random) * MostShift * wear * height));
        }

        FitInto(corners, width, height);
        return ToCorners(corners);
    }

    private static float Signed(Random random) => (2 * random.NextSingle()) - 1;

    private static void FitInto(Span<SKPoint> corners, int width, int height)
    {
        const float Margin = 6;
        (float left, float top) = (float.MaxValue, float.MaxValue);
        (float right, float bottom) = (float.MinValue, float.MinValue);
        foreach (SKPoint corner in corners)
        {
            (left, top) = (Math.Min(left, corner.X), Math.Min(top, corner.Y));
            (right, bottom) = (Math.Max(right, corner.X), Math.Max(bottom, corner.Y));
        }

        float scale =
            Math.Min(1, Math.Min((width - (2 * Margin)) / (right - left), (height - (2 * Margin)) / (bottom - top)));
        var centre = new SKPoint((left + right) / 2, (top + bottom) / 2);
        for (int index = 0; index < corners.Length; index++)
        {
            corners[index] = new SKPoint(
                (width / 2f) + ((corners[index].X - centre.X) * scale),
                (height / 2f) + ((corners[index].Y - centre.Y) * scale));
        }
    }

    /// <summary>
    /// The projective map of the unit square onto four corners (P. Heckbert, Fundamentals of Texture Mapping and Image
    /// Warping,
    /// 1989, section 2.2.3).
    /// </summary>
    private static SKMatrix ToCorners(ReadOnlySpan<SKPoint> corners)
    {
        (SKPoint a, SKPoint b, SKPoint c, SKPoint d) = (corners[0], corners[1], corners[2], corners[3]);
        SKPoint along = b - c;
        SKPoint across = d - c;
        SKPoint sum = a - b + c - d;
        float determinant = (along.X * across.Y) - (across.X * along.Y);
        float g = ((sum.X * across.Y) - (across.X * sum.Y)) / determinant;
        float h = ((along.X * sum.Y) - (sum.X * along.Y)) / determinant;
        return new SKMatrix(
            b.X - a.X + (g * b.X), d.X - a.X + (h * d.X), a.X,
            b.Y - a.Y + (g * b.Y), d.Y - a.Y + (h * d.Y), a.Y,
            g, h, 1);
    }
}
