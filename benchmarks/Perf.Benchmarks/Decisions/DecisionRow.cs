namespace Perf.Benchmarks.Decisions;

/// <summary>A rule on one kind of recorded processes, at every true ratio.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Of">Which processes.</param>
/// <param name="Cells">One each of <see cref="ReplayPlan.TrueRatios"/>; null where nothing was recorded for it.</param>
internal sealed record DecisionRow(string Rule, string Of, IReadOnlyList<DecisionCell?> Cells)
{
    /// <summary>The row of replays.</summary>
    public static DecisionRow From(Replays replays) => new(
        replays.Rule, replays.Of, [.. ReplayPlan.TrueRatios.Zip(replays.AtRatios, DecisionCell.Of)]);

    /// <summary>The cell of a true ratio; null where nothing was recorded for it.</summary>
    public DecisionCell? At(double trueRatio) => Cells.FirstOrDefault(cell => cell?.TrueRatio == trueRatio);
}
