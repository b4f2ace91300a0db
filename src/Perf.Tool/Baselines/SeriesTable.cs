using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Tool.Baselines;

/// <summary>Shows series of baselines, a line each.</summary>
internal static class SeriesTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<SeriesDocument> series)
    {
        foreach (IGrouping<string, SeriesDocument> file in series.GroupBy(one => one.File))
        {
            Table table = new() { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii };
            table.AddColumns("test", "metric", "accepted", "launches", "spread", "resolves", "control", "commit", "date", "reason");
            foreach (SeriesDocument one in file)
            {
                table.AddRow([.. Cells(one).Select(Markup.Escape)]);
            }

            console.WriteLine(file.Key);
            console.Write(table);
        }
    }

    private static string[] Cells(SeriesDocument series) =>
    [
        series.Test,
        series.Metric,
        Quantity.Of(series.Accepted, series.Unit),
        series.Launches.ToString(CultureInfo.InvariantCulture),
        Percent(series.SpreadPercent),
        Percent(series.ResolutionPercent),
        series.Control ?? "none",
        series.Commit ?? "",
        series.RecordedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        series.Reason ?? "",
    ];

    private static string Percent(double? value) => value is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.0} %") : "";
}
