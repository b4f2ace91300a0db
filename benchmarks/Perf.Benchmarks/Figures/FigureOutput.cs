using System.Globalization;
using System.Text.Json;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Figures;

/// <summary>Prints a figure and writes it as JSON.</summary>
internal static class FigureOutput
{
    // A file has no width of its own, and a table that is wrapped cannot be pasted.
    private const int WidthOfAFile = 300;

    /// <summary>Prints a table and, where asked for, writes the same to a file.</summary>
    /// <returns>The exit code: 0 when every promise is kept, 1 otherwise.</returns>
    public static int Tell(Figure figure, FileInfo? json)
    {
        Widen();
        AnsiConsole.Write(TableOf(figure));
        if (json is not null)
        {
            File.WriteAllText(json.FullName, JsonSerializer.Serialize(figure, FigureJson.Default.Figure) + "\n");
        }

        return Tell(figure.Promises);
    }

    /// <summary>Says of each promise whether it is kept.</summary>
    /// <returns>The exit code: 0 when every promise is kept, 1 otherwise.</returns>
    public static int Tell(IReadOnlyList<FigurePromise> promises)
    {
        foreach (FigurePromise promise in promises)
        {
            string word = promise.IsKept ? "[green]kept[/]" : "[red]broken[/]";
            string measured = Markup.Escape($"{Number(promise.Measured)} {promise.Unit}".TrimEnd());
            string limit = Markup.Escape($"at most {Number(promise.Limit)} {promise.Unit}".TrimEnd());
            AnsiConsole.MarkupLine($"{word}: {Markup.Escape(promise.What)}: {measured} ({limit})");
        }

        return promises.All(promise => promise.IsKept) ? 0 : 1;
    }

    /// <summary>Makes room for tables where the output is a file.</summary>
    public static void Widen()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfAFile;
        }
    }

    private static Table TableOf(Figure figure)
    {
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns("what", "who", "median", "quartiles", "unit", "rounds");
        foreach (FigureRow row in figure.Rows)
        {
            table.AddRow(
                Markup.Escape(row.What),
                Markup.Escape(row.Who),
                Number(row.Median),
                $"{Number(row.LowerQuartile)} … {Number(row.UpperQuartile)}",
                Markup.Escape(row.Unit),
                row.Rounds.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Number(double value) => Quantity.Number(value);
}
