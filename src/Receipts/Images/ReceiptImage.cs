using System.Buffers.Binary;
using System.Security.Cryptography;
using SkiaSharp;

namespace Receipts.Images;

/// <summary>
/// A decoded image, four bytes a pixel (blue, green, red, alpha), and the hash of the bytes it was decoded from.
/// </summary>
public sealed class ReceiptImage : IDisposable
{
    // So many pixels take 400 MB decoded: a file that claims more is damaged or hostile.
    private const long MostPixels = 100_000_000;

    private ReceiptImage(SKBitmap bitmap, UInt128 contentHash)
    {
        Bitmap = bitmap;
        ContentHash = contentHash;
    }

    /// <summary>The pixels.</summary>
    public SKBitmap Bitmap { get; }

    /// <summary>The first 128 bits of the SHA-256 of the encoded bytes.</summary>
    public UInt128 ContentHash { get; }

    /// <summary>Width in pixels.</summary>
    public int Width => Bitmap.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Bitmap.Height;

    /// <summary>Reads and decodes an image file.</summary>
    /// <exception cref="ReceiptDataException">It is missing, unreadable, truncated or no image.</exception>
    public static ReceiptImage FromFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new ReceiptDataException(path, "there is no such image.");
        }

        using SKData? data = SKData.Create(path);
        return data is null
            ? throw new ReceiptDataException(path, "the image cannot be read; check its permissions.")
            : Decode(data, path);
    }

    /// <summary>Decodes an image held in memory.</summary>
    /// <param name="encoded">A PNG, JPEG or WebP file.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="ReceiptDataException">It is truncated or no image.</exception>
    public static ReceiptImage FromBytes(ReadOnlySpan<byte> encoded, string name)
    {
        using SKData data = SKData.CreateCopy(encoded);
        return Decode(data, name);
    }

    /// <inheritdoc />
    public void Dispose() => Bitmap.Dispose();

    private static ReceiptImage Decode(SKData data, string name)
    {
        using SKCodec? codec = SKCodec.Create(data);
        if (codec is null)
        {
            throw new ReceiptDataException(name, "this is no image; PNG, JPEG and WebP are understood.");
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw new ReceiptDataException(
                name,
                $"the image claims {codec.Info.Width} × {codec.Info.Height} pixels; at most {MostPixels} are read.");
        }

        var bitmap = new SKBitmap(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        SKCodecResult result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            bitmap.Dispose();
            string problem = result == SKCodecResult.IncompleteInput ? "truncated" : "damaged";
            throw new ReceiptDataException(name, $"the image is {problem}; only a part of it can be decoded.");
        }

        return new ReceiptImage(bitmap, HashOf(data.AsSpan()));
    }

    private static UInt128 HashOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
