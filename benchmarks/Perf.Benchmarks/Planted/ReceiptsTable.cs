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
        TellCounts(figure);
        TellPromises(figure);
    }

    private static void TellCounts(ReceiptsFigure figure)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns(
            "planted in", "what", "verdicts", "Pass", "Regressed", "Inconclusive", "suspected", "NotComparable, errors", "settled by a duet");
        foreach (SuiteCount count in figure.Counts)
        {
            int[] numbers =
            [
                count.Verdicts, count.Pass, count.Regressed, count.Inconclusive, count.Suspected, count.Errors, count.Settled,
            ];
            table.AddRow(
            [
                Planted(figure, count.Planted, count.IsBesideHog),
                count.IsOfBase ? "regressions" : "limits",
                .. numbers.Select(number => Quantity.Number(number)),
            ]);
        }

        Write(table);
    }

    private static void TellPromises(ReceiptsFigure figure)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns("planted in", "promise", "verdicts", "ratio, 99 % bounds", "launches, mean", "s: median", "Where");
        foreach (SuiteRow row in figure.Rows)
        {
            string[] cells =
            [
                Planted(figure, row.Planted, row.IsBesideHog),
                row.Of,
                string.Join(", ", row.Verdicts.Select(verdict => $"{verdict.Value} {verdict.Key}")),
                row.Ratio is null ? "" : $"{Fixed(row.Ratio, "0.000")} [{Fixed(row.LowerRatio, "0.000")} … {Fixed(row.UpperRatio, "0.000")}]",
                Fixed(row.Launches, "0.0"),
                Fixed(row.Seconds, "0.0"),
                row.Named == 0 ? "" : $"{row.Named} times: {string.Join(", ", row.Where.Select(Stage))}",
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        Write(table);
    }

    private static void Write(Table table)
    {
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Planted(ReceiptsFigure figure, string? planted, bool isBesideHog) =>
        (planted is null ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"{planted}, {figure.Percent} %"))
        + (isBesideHog ? ", beside a hog" : "");

    private static string Stage(StageShift shift) => $"{shift.Stage} {Quantity.Percent((shift.Ratio - 1) * 100)}";

    private static string Fixed(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
