using SkiaSharp;

namespace Receipts.Images;

/// <summary>
/// A typeface of strokes: capitals, digits and the signs of a receipt. It is the repository's own, so that a receipt
/// drawn with it
/// is the same on every machine, one without any font included.
/// </summary>
internal static class StrokeFont
{
    /// <summary>From the top of a capital to the baseline, in units of the grid that glyphs are drawn on.</summary>
    public const float CapitalHeight = 6;

    /// <summary>From the beginning of one glyph to that of the next, in the same units.</summary>
    public const float Advance = 5.4f;

    private const float GlyphWidth = 4;

    // Each stroke is a run of points, two digits each: x from left to right (0 to 4), y from the top (0) to the
    // baseline (6).
    private static readonly Dictionary<char, string> Glyphs = new()
    {
        ['A'] = "062046 1434",
        ['B'] = "06003041423303 3344453606",
        ['C'] = "4130100105163645",
        ['D'] = "06003041453606",
        ['E'] = "40000646 0333",
        ['F'] = "400006 0333",
        ['G'] = "41301001051636454323",
        ['H'] = "0006 0343 4046",
        ['I'] = "2026 1030 1636",
        ['J'] = "404536160504",
        ['K'] = "0006 4003 1246",
        ['L'] = "000646",
        ['M'] = "0600234046",
        ['N'] = "06004640",
        ['O'] = "103041453616050110",
        ['P'] = "06003041423303",
        ['Q'] = "103041453616050110 2446",
        ['R'] = "06003041423303 2346",
        ['S'] = "413010010213334445361605",
        ['T'] = "0040 2026",
        ['U'] = "000516364540",
        ['V'] = "002640",
        ['W'] = "0016233640",
        ['X'] = "0046 4006",
        ['Y'] = "002340 2326",
        ['Z'] = "00400646",
        ['0'] = "103041453616050110 3115",
        ['1'] = "112026 1636",
        ['2'] = "01103041420646",
        ['3'] = "01103041423313 334445361605",
        ['4'] = "30044434 3036",
        ['5'] = "400003334445361605",
        ['6'] = "041333444536160501103041",
        ['7'] = "00401626",
        ['8'] = "103041423313020110 133344453616050413",
        ['9'] = "423313020110304145361605",
        ['.'] = "2526",
        [','] = "252617",
        [':'] = "2223 2526",
        ['-'] = "1333",
        ['/'] = "4006",
        ['('] = "30121436",
        [')'] = "10323416",
        ['*'] = "2125 0244 4204",
        ['#'] = "1016 3036 0242 0444",
        ['%'] = "4006 0011 3546",
        ['&'] = "46011030310305163644",
        ['@'] = "34141232354541301001051636",
        ['\''] = "2022",
        ['='] = "0242 0444",
        ['+'] = "2125 0343",
        ['!'] = "2024 2626",
    };

    /// <summary>Whether there is a glyph for a character; a space has none and needs none.</summary>
    public static bool Has(char character) => Glyphs.ContainsKey(character);

    /// <summary>Width of a text from its first stroke to its last, in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="height">Height of its capitals in pixels.</param>
    public static float WidthOf(string text, float height) =>
        (((text.Length - 1) * Advance) + GlyphWidth) * height / CapitalHeight;

    /// <summary>The strokes of a text.</summary>
    /// <param name="text">Capitals, digits, signs and spaces.</param>
    /// <param name="left">Where it begins, in pixels.</param>
    /// <param name="baseline">Where it stands, in pixels.</param>
    /// <param name="height">Height of its capitals in pixels.</param>
    /// <exception cref="ArgumentException">There is no glyph for one of its characters.</exception>
    public static SKPath PathOf(string text, float left, float baseline, float height)
    {
        using var builder = new SKPathBuilder();
        float unit = height / CapitalHeight;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] != ' ')
            {
                AddGlyph(builder, text[index], left + (index * Advance * unit), baseline - height, unit);
            }
        }

        return builder.Detach();
    }

    private static void AddGlyph(SKPathBuilder builder, char character, float left, float top, float unit)
    {
        if (!Glyphs.TryGetValue(character, out string? strokes))
        {
            throw new ArgumentException($"The stroke font has no glyph for '{character}'.", nameof(character));
        }

        foreach (string stroke in strokes.Split(' '))
        {
            for (int index = 0; index + 1 < stroke.Length; index += 2)
            {
                var point =
                    new SKPoint(left + ((stroke[index] - '0') * unit), top + ((stroke[index + 1] - '0') * unit));
                if (index == 0)
                {
                    builder.MoveTo(point);
                }
                else
                {
                    builder.LineTo(point);
                }
            }
        }
    }
}
