using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Benchmarks.Decisions;

/// <summary>Prints the figure, a table a question.</summary>
internal static class DecisionsTables
{
    private static readonly string[] Ratios = [.. ReplayPlan.TrueRatios.Select(ratio => Fixed(ratio, "0.00"))];

    public static void Tell(DecisionsFigure figure)
    {
        foreach (DecisionQuestion question in figure.Questions)
        {
            Tell(question);
        }

        Tell(figure.Guard);
    }

    private static void Tell(DecisionQuestion question)
    {
        DecisionCell[] cells = [.. question.Rows.SelectMany(row => row.Cells).OfType<DecisionCell>()];
        bool suspects = cells.Any(cell => cell.SuspectedPercent > 0);
        Tell(
            $"{question.What}: red / {(suspects ? "suspected / " : "")}inconclusive, %",
            question,
            cell => string.Join(" / ", Shares(cell, suspects).Select(share => Fixed(share, "0.##"))));
        if (cells.Any(cell => cell.Launches > 1))
        {
            bool tellsSeconds = cells.Any(cell => cell.Seconds > 0);
            Tell(
                $"{question.What}: launches{(tellsSeconds ? ", s of measuring" : "")}",
                question,
                cell => Fixed(cell.Launches, "0.00") + (cell.Seconds is { } seconds ? $", {Fixed(seconds, "0.0")}" : ""));
        }
        else if (cells.Length > 0)
        {
            double least = cells.Min(cell => cell.Seconds) ?? 0;
            AnsiConsole.WriteLine($"one launch a verdict, {Fixed(least, "0.0")} s of measuring and more");
        }

        foreach (string leftOut in question.LeftOut)
        {
            AnsiConsole.WriteLine($"left out: {leftOut}");
        }

        AnsiConsole.WriteLine();
    }

    private static void Tell(string what, DecisionQuestion question, Func<DecisionCell, string> words)
    {
        AnsiConsole.WriteLine(what);
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns(["rule", "of", .. Ratios]);
        foreach (DecisionRow row in question.Rows)
        {
            table.AddRow(
            [
                Markup.Escape(row.Rule), Markup.Escape(row.Of),
                .. row.Cells.Select(cell => cell is null ? "–" : words(cell)),
            ]);
        }

        AnsiConsole.Write(table);
    }

    private static void Tell(IReadOnlyList<GuardRow> rows)
    {
        AnsiConsole.WriteLine("guard of the file on unchanged code");
        Table table = new Table().Border(TableBorder.Markdown);
        table.AddColumns(
            "subject", "launches", "refused", "sentinel / recorded: 5, 50, 95 %", "control / recorded: 5, 50, 95 %");
        foreach (GuardRow row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Subject),
                Quantity.Number(row.Launches),
                $"{Fixed(row.RefusedPercent, "0.##")} %",
                string.Join(", ", row.SentinelRatio.Select(ratio => Fixed(ratio, "0.000"))),
                string.Join(", ", row.ControlRatio.Select(ratio => Fixed(ratio, "0.00"))));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static double[] Shares(DecisionCell cell, bool suspects) => suspects
        ? [cell.RegressedPercent, cell.SuspectedPercent, cell.InconclusivePercent]
        : [cell.RegressedPercent, cell.InconclusivePercent];

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
