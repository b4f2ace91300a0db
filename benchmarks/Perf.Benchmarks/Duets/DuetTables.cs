using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Duets;

/// <summary>Prints the rows of the figure, a table each.</summary>
internal static class DuetTables
{
    private static readonly VerdictTable Table = new(
    [
        .. VerdictTable.Counts,
        new("errors", row => VerdictTable.Number(row.Errors)),
        .. VerdictTable.Costs,
        .. VerdictTable.Ratios,
    ]);

    public static void Tell(DuetFigure figure)
    {
        Table.Tell("extra work", figure.Levels);
        Table.Tell("unchanged code", figure.Noise);
        Table.Tell("unchanged code, by subject", figure.Subjects);
    }
}
