namespace Receipts.Images;

/// <summary>
/// A receipt to validate against: an image, still encoded, and the lines of text known to stand on it.
/// </summary>
public sealed class Receipt
{
    private readonly string? _path;
    private readonly byte[] _encoded = [];

    /// <summary>A receipt whose image is a file; the file is read at each <see cref="Load"/>.</summary>
    /// <param name="path">The image file.</param>
    /// <param name="lines">The ground truth.</param>
    public Receipt(string path, IReadOnlyList<TextLine> lines)
        : this(lines)
    {
        _path = path;
        Name = Path.GetFileName(path);
    }

    /// <summary>A receipt whose image is held in memory.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="encoded">A PNG, JPEG or WebP file.</param>
    /// <param name="lines">The ground truth.</param>
    public Receipt(string name, byte[] encoded, IReadOnlyList<TextLine> lines)
        : this(lines)
    {
        _encoded = encoded;
        Name = name;
    }

    private Receipt(IReadOnlyList<TextLine> lines)
    {
        Lines = lines;
        Name = string.Empty;
        LinesHash = HashOf(lines);
    }

    /// <summary>The image's file name, or the name given to it.</summary>
    public string Name { get; }

    /// <summary>The ground truth, in pixels of the image.</summary>
    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>
    /// A hash of the corners of all lines, good within one process: corrected ground truth must not find what was
    /// derived before.
    /// </summary>
    public int LinesHash { get; }

    /// <summary>The encoded image where it is held in memory, otherwise empty.</summary>
    public ReadOnlyMemory<byte> Encoded => _encoded;

    /// <summary>Reads and decodes the image; the caller disposes of it.</summary>
    /// <exception cref="ReceiptDataException">It is missing, unreadable, truncated or no image.</exception>
    public ReceiptImage Load() => _path is null ? ReceiptImage.FromBytes(_encoded, Name) : ReceiptImage.FromFile(_path);

    private static int HashOf(IReadOnlyList<TextLine> lines)
    {
        var hash = new HashCode();
        foreach (TextLine line in lines)
        {
            hash.Add(line.Corners);
        }

        return hash.ToHashCode();
    }
}
