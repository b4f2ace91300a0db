using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Files;

/// <summary>Prints the rows of the figure, a table each.</summary>
internal static class FileTables
{
    public static void Tell(FileFigure figure)
    {
        VerdictTable.Column[] columns =
        [
            .. VerdictTable.Counts,
            new("suspected", row => VerdictTable.Number(row.Suspected)),
            new("NotComparable, errors", row => VerdictTable.Number(row.Errors)),
            .. Settled(figure.Against),
            .. VerdictTable.Costs,
            new("disturbed", row => $"{VerdictTable.Fixed(row.DisturbedPercent, "0")} %"),
        ];
        VerdictTable plain = new(columns);
        VerdictTable ofSubjects = new(
        [
            new("kind", row => Subject.Of(row.Of).Kind),
            new("control", row => string.Join(", ", row.Controls)),
            .. columns,
            .. VerdictTable.Ratios,
        ]);
        plain.Tell("extra work", figure.Levels);
        plain.Tell("unchanged code", figure.Noise);
        ofSubjects.Tell("unchanged code, by subject", figure.Unchanged);
        plain.Tell("20 % more work", figure.Threads);
        ofSubjects.Tell("20 % more work, by subject", figure.Changed);
    }

    private static IEnumerable<VerdictTable.Column> Settled(Reference against) => against == Reference.FileAndBuild
        ? [new("settled by a duet", row => VerdictTable.Number(row.Settled))]
        : [];
}
