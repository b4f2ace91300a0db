using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Packages;

/// <summary>Prints the rows of the figure.</summary>
internal static class PackagesTable
{
    public static void Tell(PackagesFigure figure)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns("package", "base → head", "operation", "ratio", "verdict", "launches", "s");
        foreach (PackageRow row in figure.Rows)
        {
            table.AddRow(
                row.Package,
                $"{row.Base} → {row.Head}",
                row.Operation,
                Markup.Escape(
                    $"{Fixed(row.Ratio)} [{Fixed(row.RatioBounds?.Lower)} … {Fixed(row.RatioBounds?.Upper)}]"),
                Markup.Escape(row.Verdict),
                Quantity.Number(row.Launches),
                row.Seconds.ToString("0.0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Fixed(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
