using BenchmarkDotNet.Reports;

namespace Perf.Benchmarks.Rivals;

/// <summary>What the column of BenchmarkDotNet's statistical test says of a subject, for another program to read.</summary>
internal static class SubjectVerdict
{
    /// <summary>Prints a line of each subject's head build: <c>verdict: Json Slower 1.21</c>.</summary>
    public static void Tell(IEnumerable<Summary> summaries)
    {
        foreach (SummaryTable table in summaries.Select(summary => summary.Table))
        {
            string[] methods = Cells(table, "Method");
            string[] verdicts = Cells(table, "MannWhitney(10%)");
            string[] ratios = Cells(table, "Ratio");
            foreach (int row in Enumerable.Range(0, methods.Length).Where(row => verdicts[row] != "Baseline"))
            {
                Console.WriteLine($"verdict: {methods[row]} {verdicts[row]} {ratios[row]}");
            }
        }
    }

    private static string[] Cells(SummaryTable table, string header) =>
        table.Columns.Single(column => column.Header == header).Content;
}
