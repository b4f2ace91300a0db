using System.Globalization;
using Perf.Duets;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Planted;

/// <summary>Prints the rows of the figure.</summary>
internal static class ReceiptsTable
{
    public static void Tell(ReceiptsFigure figure)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns("planted in", "promise", "verdicts", "ratio, 99 % bounds", "launches, mean", "s: median", "Where");
        foreach (SuiteRow row in figure.Rows)
        {
            string[] cells =
            [
                row.Planted is null ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"{row.Planted}, {figure.Percent} %"),
                row.Of,
                string.Join(", ", row.Verdicts.Select(verdict => $"{verdict.Value} {verdict.Key}")),
                row.Ratio is null ? "" : $"{Fixed(row.Ratio, "0.000")} [{Fixed(row.LowerRatio, "0.000")} … {Fixed(row.UpperRatio, "0.000")}]",
                Fixed(row.Launches, "0.0"),
                Fixed(row.Seconds, "0.0"),
                row.Named == 0 ? "" : $"{row.Named} times: {string.Join(", ", row.Where.Select(Stage))}",
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Stage(StageShift shift) => $"{shift.Stage} {Quantity.Percent((shift.Ratio - 1) * 100)}";

    private static string Fixed(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
