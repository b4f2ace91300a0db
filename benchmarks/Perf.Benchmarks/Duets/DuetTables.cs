using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Duets;

/// <summary>Prints the rows of the figure, a table each.</summary>
internal static class DuetTables
{
    public static void Tell(DuetFigure figure)
    {
        Tell("extra work", figure.Levels);
        Tell("unchanged code", figure.Noise);
        Tell("unchanged code, by subject", figure.Subjects);
    }

    private static void Tell(string what, IReadOnlyList<DuetRow> rows)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns(
            what, "verdicts", "Pass", "Regressed", "Inconclusive", "errors", "launches",
            "s: median", "s: 95 %", "s: of it warm-up", "ratio: mean", "± s.e.", "spread", "by wall");
        foreach (DuetRow row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Of),
                Number(row.Verdicts),
                Number(row.Pass),
                Number(row.Regressed),
                $"{row.Inconclusive} ({Share(row.Inconclusive, row.Verdicts)})",
                Number(row.Errors),
                Fixed(row.Launches, "0.00"),
                Fixed(row.Seconds, "0.0"),
                Fixed(row.Seconds95, "0.0"),
                Fixed(row.WarmUpSeconds, "0.0"),
                Fixed(row.MeanRatio, "0.0000"),
                $"{Fixed(row.MeanRatioErrorPercent, "0.00")} %",
                $"{Fixed(row.SpreadPercent, "0.0")} %",
                $"{Fixed(row.InWallPercent, "0")} %");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Number(int value) => Quantity.Number(value);

    private static string Share(int part, int whole) => $"{Fixed(100.0 * part / whole, "0.0")} %";

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
