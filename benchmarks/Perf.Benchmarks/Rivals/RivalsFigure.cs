using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Rivals;

/// <summary>What a record comes to.</summary>
/// <param name="MeasuredAt">When it was told.</param>
/// <param name="Rows">A row a rule and level.</param>
/// <param name="Promises">What is promised of ours.</param>
internal sealed record RivalsFigure(
    DateTimeOffset MeasuredAt, IReadOnlyList<RivalRow> Rows, IReadOnlyList<FigurePromise> Promises)
{
    /// <summary>The figure of a record.</summary>
    public static RivalsFigure Of(IReadOnlyList<RivalVerdict> verdicts)
    {
        RivalVerdict[] ours = [.. verdicts.Where(verdict => verdict.Rule == DuetRival.Rule)];
        return new RivalsFigure(
            TimeProvider.System.GetUtcNow(),
            [
                .. verdicts
                    .GroupBy(verdict => (verdict.ExtraWorkPercent, verdict.Rule))
                    .OrderBy(group => group.Key.ExtraWorkPercent)
                    .ThenBy(group => group.Key.Rule, StringComparer.Ordinal)
                    .Select(group => RivalRow.From([.. group])),
            ],
            [
                new FigurePromise(
                    "our false alarms", ours.Count(verdict => verdict is { ExtraWorkPercent: 0, IsRed: true }), 0, ""),
                new FigurePromise(
                    "our misses", ours.Count(verdict => verdict is { ExtraWorkPercent: > 0, IsRed: false }), 0, ""),
            ]);
    }
}
