using System.Globalization;
using Perf.Metrics;
using Perf.Reporting;
using Perf.Runs;
using Spectre.Console;

namespace Perf.Tool.Reports;

/// <summary>The rows of a report for a terminal: worst first, and of what passed only as many as one reads.</summary>
internal static class ReportTable
{
    private const int MostPasses = 10;

    /// <summary>Writes table and remarks.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ReportRow> rows)
    {
        ReportRow[] passed = [.. rows.Where(row => row.Severity == Severity.Pass)];
        ReportRow[] shown = [.. rows.Except(passed), .. passed.Take(MostPasses)];
        if (shown.Length > 0)
        {
            Table table = new() { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii };
            table.AddColumns("verdict", "test", "metric", "measured", "limit", "ratio", "99 % bounds");
            foreach (ReportRow row in shown)
            {
                table.AddRow([.. Cells(row).Select(cell => Markup.Escape(OneLine(cell)))]);
            }

            console.Write(table);
        }

        if (passed.Length > MostPasses)
        {
            console.WriteLine($"and {passed.Length - MostPasses} more that passed");
        }

        foreach (string remark in rows.Select(Remark).OfType<string>())
        {
            console.WriteLine(OneLine(remark));
        }
    }

    private static string[] Cells(ReportRow row) => row.Judgement is not { } judgement
        ? ["error", row.Name, "", "", "", "", ""]
        :
        [
            row.Severity == Severity.HeldAgainst ? $"{judgement.Verdict}, held against" : judgement.Verdict,
            row.Name,
            judgement.Metric,
            Value(judgement.Current, judgement),
            Value(judgement.Limit, judgement),
            judgement.Ratio is { } ratio ? $"×{Number(ratio)}" : "",
            judgement.RatioBounds is { } bounds ? $"{Number(bounds.Lower)} … {Number(bounds.Upper)}" : "",
        ];

    private static string? Remark(ReportRow row) => row switch
    {
        { Judgement: null } => $"error: {row.Name}: {row.Test.Error}",
        { Severity: Severity.Pass } => null,
        { Severity: Severity.Improved } => $"improved: {row.Name}, {row.Judgement.Metric}: {Summary.Proposal(row)}",
        { Severity: Severity.Regressed } => $"{row.Name}: {FailureMessage.Title(row.Judgement)}",
        { Judgement.Reason.Length: > 0 } => $"{row.Judgement.Verdict}: {row.Name}, {row.Judgement.Metric}: {row.Judgement.Reason}",
        _ => null,
    };

    private static string Value(double? value, JudgementDocument judgement) => value is { } known ? Quantity.Of(known, judgement.Unit) : "";

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    // A name may hold anything, a command of GitHub at the beginning of a line too, or one of the terminal.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
