namespace Perf.Benchmarks.Decisions;

/// <summary>The verdicts of a rule on one kind of recorded processes.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Of">Which processes: a subject, or all of a kind.</param>
/// <param name="AtRatios">
/// The verdicts at each of <see cref="ReplayPlan.TrueRatios"/>; none where nothing was recorded for it.
/// </param>
internal sealed record Replays(string Rule, string Of, IReadOnlyList<IReadOnlyList<ReplayedVerdict>> AtRatios)
{
    /// <summary>Replays draws at every true ratio, on all processors.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="of">Which processes.</param>
    /// <param name="draws">A draw a replay.</param>
    /// <param name="verdictsOf">What the rule says of a draw, a verdict a true ratio.</param>
    public static Replays Run<T>(string rule, string of, IReadOnlyList<T> draws, Func<T, ReplayedVerdict[]> verdictsOf)
    {
        ReplayedVerdict[][] verdicts = [.. draws.AsParallel().AsOrdered().Select(verdictsOf)];
        return new Replays(
            rule,
            of,
            AtEach(ratio => verdicts.Select(replay => replay[ratio])));
    }

    /// <summary>The verdicts of several as those of one.</summary>
    public static Replays Together(string of, IReadOnlyList<Replays> parts) =>
        new(parts[0].Rule, of, AtEach(ratio => parts.SelectMany(part => part.AtRatios[ratio])));

    private static ReplayedVerdict[][] AtEach(Func<int, IEnumerable<ReplayedVerdict>> verdictsOf) =>
        [.. Enumerable.Range(0, ReplayPlan.TrueRatios.Count).Select(ratio => verdictsOf(ratio).ToArray())];
}
