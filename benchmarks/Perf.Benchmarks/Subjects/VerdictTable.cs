using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Subjects;

/// <summary>Prints rows of verdicts.</summary>
/// <param name="Columns">What is told of each row, behind its name.</param>
internal sealed record VerdictTable(IReadOnlyList<VerdictTable.Column> Columns)
{
    /// <summary>How many there were, and what they came to.</summary>
    public static IReadOnlyList<Column> Counts { get; } =
    [
        new("verdicts", row => Number(row.Verdicts)),
        new("Pass", row => Number(row.Pass)),
        new("Regressed", row => Number(row.Regressed)),
        new("Inconclusive", row => $"{row.Inconclusive} ({Share(row.Inconclusive, row.Verdicts)})"),
    ];

    /// <summary>What a verdict took.</summary>
    public static IReadOnlyList<Column> Costs { get; } =
    [
        new("launches", row => Fixed(row.Launches, "0.00")),
        new("s: median", row => Fixed(row.Seconds, "0.0")),
        new("s: 95 %", row => Fixed(row.Seconds95, "0.0")),
        new("s: of it warm-up", row => Fixed(row.WarmUpSeconds, "0.0")),
    ];

    /// <summary>What was measured.</summary>
    public static IReadOnlyList<Column> Ratios { get; } =
    [
        new("ratio: mean", row => Fixed(row.MeanRatio, "0.0000")),
        new("± s.e.", row => $"{Fixed(row.MeanRatioErrorPercent, "0.00")} %"),
        new("spread", row => $"{Fixed(row.SpreadPercent, "0.0")} %"),
        new("by wall", row => $"{Fixed(row.InWallPercent, "0")} %"),
    ];

    /// <summary>Prints a table; none of no rows.</summary>
    /// <param name="what">What the rows are.</param>
    /// <param name="rows">The rows.</param>
    public void Tell(string what, IReadOnlyList<VerdictRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns([what, .. Columns.Select(column => column.Header)]);
        foreach (VerdictRow row in rows)
        {
            table.AddRow([Markup.Escape(row.Of), .. Columns.Select(column => Markup.Escape(column.Of(row)))]);
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    /// <summary>A count.</summary>
    public static string Number(int value) => Quantity.Number(value);

    /// <summary>A number of so many digits.</summary>
    public static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) => $"{Fixed(100.0 * part / whole, "0.0")} %";

    /// <summary>A column.</summary>
    /// <param name="Header">Its name.</param>
    /// <param name="Of">What it tells of a row.</param>
    internal sealed record Column(string Header, Func<VerdictRow, string> Of);
}
