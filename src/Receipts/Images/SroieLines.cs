using System.Globalization;
using System.Numerics;
using System.Text;

namespace Receipts.Images;

/// <summary>
/// Reads the ground truth of one receipt: <c>x1,y1,x2,y2,x3,y3,x4,y4,text</c>, where the text may hold commas.
/// </summary>
public static class SroieLines
{
    private const int Numbers = 2 * Quadrilateral.Corners;

    // No picture is larger; what lies beyond is a slip of the pen, and areas of it would drown in rounding.
    private const float MostPixels = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ReceiptDataException">
    /// The file cannot be read, is no UTF-8, or a line of it is not understood.
    /// </exception>
    public static IReadOnlyList<TextLine> Read(string path)
    {
        try
        {
            return Parse(File.ReadLines(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), path);
        }
        catch (DecoderFallbackException problem)
        {
            throw new ReceiptDataException(path, "the text is not UTF-8.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ReceiptDataException(path, $"cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Reads lines; empty ones are passed over.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="file">What to call them in errors.</param>
    /// <exception cref="ReceiptDataException">A line is not understood.</exception>
    public static IReadOnlyList<TextLine> Parse(IEnumerable<string> lines, string file)
    {
        var result = new List<TextLine>();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                result.Add(ParseLine(line, file, number));
            }
        }

        return result;
    }

    private static TextLine ParseLine(string line, string file, int number)
    {
        string[] fields = line.Split(',', Numbers + 1);
        if (fields.Length <= Numbers)
        {
            throw new ReceiptDataException(
                file,
                number,
                $"expected x1,y1,x2,y2,x3,y3,x4,y4,text, found {fields.Length} fields: \"{Shortened(line)}\".");
        }

        Span<float> values = stackalloc float[Numbers];
        for (int index = 0; index < Numbers; index++)
        {
            values[index] = Coordinate(fields[index], index, file, number);
        }

        var corners = new Quadrilateral(
            new Vector2(values[0], values[1]),
            new Vector2(values[2], values[3]),
            new Vector2(values[4], values[5]),
            new Vector2(values[6], values[7]));
        return new TextLine(corners, fields[Numbers].Trim());
    }

    private static float Coordinate(string field, int index, string file, int number) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
        && float.Abs(value) <= MostPixels
            ? value
            : throw new ReceiptDataException(
                file, number, $"field {index + 1} must be a coordinate in pixels, found \"{Shortened(field)}\".");

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
