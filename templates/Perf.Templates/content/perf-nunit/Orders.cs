using System.Diagnostics.Metrics;
using System.Globalization;

namespace NewNamespace;

/// <summary>Reads orders, one a line: <c>article;pieces;cents</c>. It stands for your own code: refer to that and delete this.</summary>
public static class Orders
{
    // The instruments are the ones that a dashboard reads in production; nothing here knows Perf.
    private static readonly Meter Meter = new("orders");
    private static readonly Counter<long> Lines = Meter.CreateCounter<long>("orders.lines", "{line}", "Lines read.");

    /// <summary>What all orders cost together, in cents.</summary>
    /// <exception cref="FormatException">A line is no order.</exception>
    public static long Total(ReadOnlySpan<char> orders)
    {
        long lines = 0;
        long total = 0;
        Span<Range> parts = stackalloc Range[4];
        foreach (ReadOnlySpan<char> line in orders.EnumerateLines())
        {
            if (line.Split(parts, ';') != 3)
            {
                throw new FormatException($"\"{line}\" is no order: write article;pieces;cents");
            }

            total += Number(line[parts[1]]) * Number(line[parts[2]]);
            lines++;
        }

        Lines.Add(lines);
        return total;
    }

    private static long Number(ReadOnlySpan<char> text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
