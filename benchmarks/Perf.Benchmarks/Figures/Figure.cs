namespace Perf.Benchmarks.Figures;

/// <summary>What one subcommand measured.</summary>
/// <param name="Name">The subcommand.</param>
/// <param name="MeasuredAt">When.</param>
/// <param name="Rows">The numbers, ours beside its rivals'.</param>
/// <param name="Promises">What is promised of them; none where the figure only informs.</param>
public sealed record Figure(
    string Name, DateTimeOffset MeasuredAt, IReadOnlyList<FigureRow> Rows, IReadOnlyList<FigurePromise> Promises)
{
    /// <summary>A figure of this moment.</summary>
    public static Figure Of(string name, IReadOnlyList<FigureRow> rows, params IReadOnlyList<FigurePromise> promises) =>
        new(name, TimeProvider.System.GetUtcNow(), rows, promises);
}
