using System.Globalization;

namespace Receipts.Images;

/// <summary>Makes up what a receipt says: a shop, its address, the goods, the sum and a farewell.</summary>
internal static class ReceiptText
{
    private static readonly string[] Shops =
        [
        "HARBOUR MARKET", "GREEN LEAF GROCER", "CORNER BAKERY", "NORTH STAR HARDWARE", "CAFE ORION", "LITTLE BOOKSHOP",
        "RIVERSIDE PHARMACY",
    ];

    private static readonly string[] Streets =
        ["MILL ROAD", "QUAY STREET", "STATION LANE", "HIGH STREET", "PARK AVENUE", "BRIDGE ROW"];

    private static readonly string[] Towns = ["EASTBRIDGE", "WESTFORD", "NEWHAVEN", "OAKFIELD", "STONEBURY"];

    private static readonly string[] Goods =
    [
        "WHOLE MILK 1L", "RYE BREAD", "EGGS FREE RANGE 12", "TOMATOES", "OLIVE OIL 500ML", "GROUND COFFEE",
        "SPARKLING WATER", "BUTTER", "APPLES RED", "PAPER TOWELS", "WOOD SCREWS 4X40", "LED LAMP 9W", "DARK CHOCOLATE",
        "RICE 2KG", "PASTA", "SOAP",
        "TEA 20 BAGS", "SALT", "HONEY 250G", "BATTERIES AA", "GREEN SOUP", "FLAT WHITE", "ALMOND CAKE", "NOTEBOOK A5",
    ];

    private static readonly string[] Farewells =
        ["THANK YOU!", "PLEASE COME AGAIN", "KEEP THIS RECEIPT", "HAVE A NICE DAY!"];

    /// <summary>Makes up a receipt.</summary>
    public static IReadOnlyList<PrintedRow> Compose(Random random)
    {
        float size = Between(random, 19, 29);
        var rows = new List<PrintedRow>();
        AddHeading(rows, random, size);
        int total = AddGoods(rows, random, size);
        AddSum(rows, random, size, total);
        AddFarewell(rows, random, size);
        return rows;
    }

    private static void AddHeading(List<PrintedRow> rows, Random random, float size)
    {
        rows.Add(Centred(Pick(random, Shops), size * Between(random, 1.3f, 1.9f)));
        rows.Add(Centred($"{random.Next(1, 220)} {Pick(random, Streets)}", size));
        rows.Add(Centred($"{Pick(random, Towns)} {random.Next(10_000, 99_999)}", size));
        rows.Add(Centred($"TEL: 0{random.Next(10, 99)}-{random.Next(100, 999)} {random.Next(1000, 9999)}", size));
        rows.Add(Gap(size));
        rows.Add(new PrintedRow(
            $"{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(2015, 2026)}",
            $"{random.Next(8, 22):00}:{random.Next(0, 60):00}:{random.Next(0, 60):00}",
            RowAlignment.Edges,
            size));
        rows.Add(AtEdges($"RECEIPT NO: {random.Next(100_000, 999_999)}", null, size));
        rows.Add(Gap(size));
    }

    private static int AddGoods(List<PrintedRow> rows, Random random, float size)
    {
        int total = 0;
        int count = random.Next(5, 11);
        for (int index = 0; index < count; index++)
        {
            int pieces = random.Next(4) == 0 ? random.Next(2, 6) : 1;
            int cents = random.Next(45, 2_500);
            total += pieces * cents;
            rows.Add(AtEdges(Pick(random, Goods), Amount(pieces * cents), size));
            if (pieces > 1)
            {
                rows.Add(AtEdges($"  {pieces} X {Amount(cents)}", null, size));
            }
        }

        return total;
    }

    private static void AddSum(List<PrintedRow> rows, Random random, float size, int total)
    {
        int paid = (total + 999) / 1000 * 1000;
        rows.Add(Gap(size));
        rows.Add(AtEdges("TOTAL", Amount(total), size * Between(random, 1.1f, 1.6f)));
        rows.Add(AtEdges("INCL. TAX 6%", Amount(total * 6 / 106), size));
        if (random.Next(2) == 0)
        {
            rows.Add(AtEdges("CASH", Amount(paid), size));
            rows.Add(AtEdges("CHANGE", Amount(paid - total), size));
        }
        else
        {
            rows.Add(AtEdges("CARD", $"**** {random.Next(1000, 9999)}", size));
        }
    }

    private static void AddFarewell(List<PrintedRow> rows, Random random, float size)
    {
        rows.Add(Gap(size));
        rows.Add(Centred(Pick(random, Farewells), size));
        string host = Pick(random, Shops).Replace(" ", string.Empty, StringComparison.Ordinal);
        rows.Add(Centred($"WWW.{host}.EXAMPLE", size * 0.8f));
        rows.Add(Centred("GOODS MAY BE RETURNED WITHIN 14 DAYS", size * Between(random, 0.55f, 0.75f)));
    }

    private static PrintedRow Centred(string text, float height) => new(text, null, RowAlignment.Centre, height);

    private static PrintedRow AtEdges(string text, string? atRight, float height) =>
        new(text, atRight, RowAlignment.Edges, height);

    private static PrintedRow Gap(float height) => new(string.Empty, null, RowAlignment.Centre, height * 0.5f);

    private static string Amount(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private static float Between(Random random, float least, float most) =>
        least + (random.NextSingle() * (most - least));
}
