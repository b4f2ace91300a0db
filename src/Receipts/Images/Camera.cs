using System.Runtime.InteropServices;
using SkiaSharp;

namespace Receipts.Images;

/// <summary>Takes the photograph: uneven light, a lens out of focus, a noisy sensor, a lossy file.</summary>
/// <param name="random">Chance.</param>
/// <param name="wear">How bad the photograph is; 0 for perfect.</param>
internal sealed class Camera(Random random, float wear)
{
    private const int BytesPerPixel = 4;

    /// <summary>Takes a photograph of a scene, as a JPEG file.</summary>
    public byte[] Photograph(SKSurface scene)
    {
        SKRectI bounds = scene.Canvas.DeviceClipBounds;
        Light(scene.Canvas, bounds);
        var info = new SKImageInfo(bounds.Width, bounds.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var photograph = new SKBitmap(info);
        Blur(scene, photograph);
        AddNoise(photograph);
        int quality = (int)Math.Clamp(95 - (wear * random.Next(5, 45)), 20, 95);
        using SKData encoded = photograph.Encode(SKEncodedImageFormat.Jpeg, quality);
        return encoded.ToArray();
    }

    private void Light(SKCanvas canvas, SKRectI bounds)
    {
        byte darkest = (byte)(255 - Math.Min(200, wear * random.Next(10, 130)));
        var from = new SKPoint(random.NextSingle() * bounds.Width, 0);
        var to = new SKPoint(random.NextSingle() * bounds.Width, bounds.Height);
        SKColor shadow = new(darkest, darkest, darkest);
        SKColor[] colours = random.Next(2) == 0 ? [SKColors.White, shadow] : [shadow, SKColors.White];
        using SKShader light = SKShader.CreateLinearGradient(from, to, colours, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = light, BlendMode = SKBlendMode.Multiply };
        canvas.DrawRect(bounds, paint);
    }

    private void Blur(SKSurface scene, SKBitmap photograph)
    {
        // Now and then the hand shook: sharp across, smeared down, or the other way round.
        float across = wear * (0.3f + (1.5f * random.NextSingle()));
        float down = wear * (0.3f + (1.5f * random.NextSingle()));
        using SKImageFilter? filter = wear > 0 ? SKImageFilter.CreateBlur(across, down) : null;
        using var paint = new SKPaint { ImageFilter = filter };
        using var canvas = new SKCanvas(photograph);
        using SKImage image = scene.Snapshot();
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default, paint);
    }

    private void AddNoise(SKBitmap photograph)
    {
        float strength = wear * (3 + (21 * random.NextSingle()));
        Span<byte> pixels = MemoryMarshal.AsBytes(photograph.PeekPixels().GetPixelSpan<uint>());
        byte[] chance = new byte[2 * (pixels.Length / BytesPerPixel)];
        random.NextBytes(chance);
        for (int index = 0; index < pixels.Length / BytesPerPixel; index++)
        {
            // The sum of two even chances is a triangle, close enough to a sensor's bell.
            int noise = (int)((chance[2 * index] + chance[(2 * index) + 1] - 255) / 255f * 2 * strength);
            Span<byte> pixel = pixels.Slice(BytesPerPixel * index, BytesPerPixel - 1);
            foreach (ref byte value in pixel)
            {
                value = (byte)Math.Clamp(value + noise, 0, 255);
            }
        }
    }
}
