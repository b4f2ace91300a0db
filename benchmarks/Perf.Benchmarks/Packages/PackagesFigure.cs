using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Packages;

/// <summary>What duets say of published packages.</summary>
/// <param name="MeasuredAt">When.</param>
/// <param name="Rows">Each package in both directions.</param>
/// <param name="Promises">What is promised of them.</param>
internal sealed record PackagesFigure(
    DateTimeOffset MeasuredAt, IReadOnlyList<PackageRow> Rows, IReadOnlyList<FigurePromise> Promises)
{
    /// <summary>The figure of rows.</summary>
    public static PackagesFigure Of(IReadOnlyList<PackageRow> rows) => new(
        TimeProvider.System.GetUtcNow(),
        rows,
        [
            new FigurePromise(
                "operations that are not red in one direction and green in the other",
                rows.GroupBy(row => row.Operation).Count(both => !IsToldApart([.. both])),
                0,
                ""),
        ]);

    private static bool IsToldApart(IReadOnlyCollection<PackageRow> both) =>
        both.Count(row => row.IsRegressed) == 1 && both.Count(row => row.IsPass) == 1;
}
