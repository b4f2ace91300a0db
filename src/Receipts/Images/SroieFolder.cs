namespace Receipts.Images;

/// <summary>Receipts in the layout of SROIE: <c>NNN.jpg</c> beside <c>NNN.csv</c>, one line of text a line.</summary>
public static class SroieFolder
{
    private const string ImageExtension = ".jpg";
    private const string LinesExtension = ".csv";

    /// <summary>
    /// Finds all receipts of a folder in the order of their names; images are decoded only when they are needed.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ReceiptDataException">
    /// The folder is missing or empty, an image has no ground truth or the other way round, or a line is not
    /// understood.
    /// </exception>
    public static IReadOnlyList<Receipt> Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ReceiptDataException(folder, "there is no such folder.");
        }

        string[] images = FilesOf(folder, ImageExtension);
        string[] lines = FilesOf(folder, LinesExtension);
        if (images.Length == 0 && lines.Length == 0)
        {
            throw new ReceiptDataException(
                folder, $"no receipts here; expected NNN{ImageExtension} beside NNN{LinesExtension}.");
        }

        foreach (string path in lines)
        {
            RequirePartner(path, ImageExtension, "the image");
        }

        foreach (string path in images)
        {
            RequirePartner(path, LinesExtension, "the ground truth");
        }

        return [.. images.Select(image =>
            new Receipt(image, SroieLines.Read(Path.ChangeExtension(image, LinesExtension))))];
    }

    private static string[] FilesOf(string folder, string extension) =>
        [.. Directory.EnumerateFiles(folder, "*" + extension).Order(StringComparer.Ordinal)];

    private static void RequirePartner(string path, string extension, string what)
    {
        string partner = Path.ChangeExtension(path, extension);
        if (!File.Exists(partner))
        {
            throw new ReceiptDataException(partner, $"{what} that belongs to {Path.GetFileName(path)} is missing.");
        }
    }
}
