using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Rivals;

/// <summary>Prints the rows of the figure.</summary>
internal static class RivalsTable
{
    public static void Tell(RivalsFigure figure)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns(
            "extra work", "rule", "verdicts", "red", "of them beside a hog",
            "ratios", "s: median", "s: its own builds");
        foreach (RivalRow row in figure.Rows)
        {
            table.AddRow(
                row.ExtraWorkPercent == 0 ? "unchanged" : $"{row.ExtraWorkPercent} % more",
                Markup.Escape(row.Rule),
                Quantity.Number(row.Verdicts),
                $"{row.Red} ({Fixed(row.RedPercent, "0")} %)",
                Quantity.Number(row.RedBesideHog),
                $"{Ratio(row.LowestRatio)} … {Ratio(row.HighestRatio)}",
                Fixed(row.Seconds, "0.0"),
                Fixed(row.BuildSeconds, "0.0"));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Ratio(double? value) => value is { } ratio ? Fixed(ratio, "0.00") : "–";

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
