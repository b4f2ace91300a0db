using System.Globalization;

namespace Perf.Benchmarks.Duets;

/// <summary>What the libraries write and read.</summary>
public sealed record Order
{
    public int Number { get; set; }

    public string Customer { get; set; } = "";

    public decimal Total { get; set; }

    public DateTime PlacedAt { get; set; }

    public List<string> Items { get; set; } = [];

    /// <summary>Always the same ones.</summary>
    /// <param name="count">How many.</param>
    public static List<Order> Some(int count)
    {
        Random random = new(1);
        return
        [
            .. Enumerable.Range(1, count).Select(number => new Order
            {
                Number = number,
                Customer = $"customer {random.Next(1000).ToString(CultureInfo.InvariantCulture)}",
                Total = random.Next(100_000) / 100m,
                PlacedAt = DateTime.UnixEpoch.AddMinutes(random.Next(10_000_000)),
                Items = [.. Enumerable.Range(0, 4).Select(article => $"article {article}")],
            }),
        ];
    }
}
