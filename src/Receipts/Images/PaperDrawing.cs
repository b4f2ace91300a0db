using System.Numerics;
using SkiaSharp;

namespace Receipts.Images;

/// <summary>Draws the paper on a table and prints on it: ink that fades, a print head with dead dots, folds.</summary>
/// <param name="random">Chance.</param>
/// <param name="wear">How worn it is; 0 for not at all.</param>
/// <param name="placement">From the sheet (0 to 1 across and down) to pixels of the image.</param>
internal sealed class PaperDrawing(Random random, float wear, SKMatrix placement)
{
    private const float PaperWidth = 1000;
    private const float PaperHeight = 1600;
    private const float Margin = 60;

    // People mark text a little wider than its ink, and the detector was trained on what they marked.
    private const float Looseness = 0.22f;

    // The two sides of a fold.
    private static readonly SKColor Shade = new(40, 40, 40, 110);
    private static readonly SKColor Light = new(255, 255, 255, 150);

    private readonly SKMatrix _toImage = placement.PreConcat(SKMatrix.CreateScale(1 / PaperWidth, 1 / PaperHeight));

    /// <summary>Draws everything.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="rows">What is printed.</param>
    /// <returns>Each text and its place, in pixels of the image.</returns>
    public IReadOnlyList<TextLine> Draw(SKCanvas canvas, IReadOnlyList<PrintedRow> rows)
    {
        DrawTable(canvas);
        canvas.SetMatrix(_toImage);
        DrawPaper(canvas);
        List<TextLine> lines = Print(canvas, rows);
        DrawDeadDots(canvas);
        DrawFolds(canvas);
        canvas.ResetMatrix();
        return lines;
    }

    private void DrawTable(SKCanvas canvas)
    {
        byte shade = (byte)random.Next(40, 130);
        canvas.Clear(new SKColor(shade, (byte)(shade * 0.85f), (byte)(shade * 0.7f)));
    }

    private void DrawPaper(SKCanvas canvas)
    {
        byte white = (byte)(255 - (wear * random.Next(5, 45)));
        using var paint =
            new SKPaint { IsAntialias = true, Color = new SKColor(white, white, (byte)(white - (6 * wear))) };
        canvas.DrawRect(0, 0, PaperWidth, PaperHeight, paint);
    }

    private List<TextLine> Print(SKCanvas canvas, IReadOnlyList<PrintedRow> rows)
    {
        using SKShader ink = Ink();
        float boldness = 0.11f + (0.07f * random.NextSingle());
        float gap = 0.75f + (0.35f * random.NextSingle());
        float needed = rows.Sum(row => row.Height * (1 + gap));

        // A long receipt is printed smaller, never off the end of the paper.
        float scale = Math.Min(0.8f + (0.5f * random.NextSingle()), (PaperHeight - (2 * Margin)) / needed);
        var lines = new List<TextLine>();
        float top = Margin;
        foreach (PrintedRow row in rows)
        {
            float height = row.Height * scale;
            using var paint = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeCap = SKStrokeCap.Round,
                StrokeJoin = SKStrokeJoin.Round,
                StrokeWidth = boldness * height,
                Shader = ink,
            };
            PrintRow(canvas, paint, row, top, height, lines);
            top += height * (1 + gap);
        }

        return lines;
    }

    private void PrintRow(SKCanvas canvas, SKPaint paint, PrintedRow row, float top, float height, List<TextLine> lines)
    {
        string text = row.Text.TrimStart();
        float room = PaperWidth - (2 * Margin);
        if (text.Length > 0)
        {
            float fitted = Math.Min(height, height * room / StrokeFont.WidthOf(text, height));
            float indent = (row.Text.Length - text.Length) * StrokeFont.Advance * fitted / StrokeFont.CapitalHeight;
            float left = row.Alignment == RowAlignment.Centre
                ? (PaperWidth - StrokeFont.WidthOf(text, fitted)) / 2
                : Margin + indent;
            lines.Add(PrintText(canvas, paint, text, left, top + height, fitted));
        }

        if (row.AtRight is { } right)
        {
            float left = PaperWidth - Margin - StrokeFont.WidthOf(right, height);
            lines.Add(PrintText(canvas, paint, right, left, top + height, height));
        }
    }

    private TextLine PrintText(SKCanvas canvas, SKPaint paint, string text, float left, float baseline, float height)
    {
        using SKPath path = StrokeFont.PathOf(text, left, baseline, height);
        canvas.DrawPath(path, paint);
        float margin = Looseness * height;
        float right = left + StrokeFont.WidthOf(text, height);
        var corners = new Quadrilateral(
            ToImage(left - margin, baseline - height - margin),
            ToImage(right + margin, baseline - height - margin),
            ToImage(right + margin, baseline + margin),
            ToImage(left - margin, baseline + margin));
        return new TextLine(corners, text);
    }

    private Vector2 ToImage(float x, float y)
    {
        SKPoint point = _toImage.MapPoint(x, y);
        return new Vector2(point.X, point.Y);
    }

    /// <summary>Black, fading here and there down the paper as thermal print does.</summary>
    private SKShader Ink()
    {
        const int Stops = 6;
        var colours = new SKColor[Stops];
        for (int index = 0; index < Stops; index++)
        {
            float fade = Math.Min(0.93f, wear * (0.1f + (0.9f * random.NextSingle() * random.NextSingle())));
            colours[index] = new SKColor(30, 28, 45, (byte)(255 * (1 - fade)));
        }

        float slant = (random.NextSingle() - 0.5f) * PaperWidth;
        return SKShader.CreateLinearGradient(
            new SKPoint(0, 0), new SKPoint(slant, PaperHeight), colours, SKShaderTileMode.Clamp);
    }

    private void DrawDeadDots(SKCanvas canvas)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(235, 235, 232, 200) };
        int count = (int)(wear * random.Next(0, 5));
        for (int index = 0; index < count; index++)
        {
            float left = random.NextSingle() * PaperWidth;
            canvas.DrawRect(left, 0, 2 + (3 * random.NextSingle()), PaperHeight, paint);
        }
    }

    private void DrawFolds(SKCanvas canvas)
    {
        int count = (int)(wear * random.Next(0, 4));
        for (int index = 0; index < count; index++)
        {
            float y = PaperHeight * (0.1f + (0.8f * random.NextSingle()));
            float slope = (random.NextSingle() - 0.5f) * 0.1f * PaperWidth;
            using SKShader shade = SKShader.CreateLinearGradient(
                new SKPoint(0, y - 40),
                new SKPoint(0, y + 40),
                [SKColors.Transparent, Shade, Light, SKColors.Transparent],
                [0, 0.48f, 0.52f, 1],
                SKShaderTileMode.Clamp);
            using var paint = new SKPaint { IsAntialias = true, Shader = shade };
            canvas.Save();
            canvas.Skew(0, slope / PaperWidth);
            canvas.DrawRect(0, y - 40, PaperWidth, 80, paint);
            canvas.Restore();
        }
    }
}
