namespace Perf.Benchmarks.Decisions;

/// <summary>A usual rule over pairs of runs of different processes.</summary>
/// <param name="plan">What is asked.</param>
internal sealed class RunReplay(ReplayPlan plan)
{
    /// <summary>What a rule says of pairs of runs.</summary>
    public static Replays Run(
        RunRule rule, string of, IReadOnlyList<(RecordedRun Base, RecordedRun Head)> pairs) => Replays.Run(
        rule.Name,
        of,
        pairs,
        pair => [.. ReplayPlan.TrueRatios.Select(ratio => Verdict(rule, pair.Base, pair.Head, ratio))]);

    /// <summary>Pairs of comparable runs of a subject: every one there is where those are few, otherwise some by chance.</summary>
    public IReadOnlyList<(RecordedRun Base, RecordedRun Head)> Pairs(IReadOnlyCollection<RecordedRun> runs)
    {
        (RecordedRun Base, RecordedRun Head)[] pairs =
        [
            .. from ofBase in runs
               from ofHead in runs
               where ofBase.IsComparable(ofHead)
               select (ofBase, ofHead),
        ];
        new Random(plan.Seed).Shuffle(pairs);
        return [.. pairs.Take(plan.RunPairs)];
    }

    // What was stored costs nothing any more.
    private static ReplayedVerdict Verdict(RunRule rule, RecordedRun ofBase, RecordedRun ofHead, double ratio)
    {
        double[] head = [.. ofHead.CallSeconds.Select(seconds => ratio * seconds)];
        return new ReplayedVerdict(rule.Decide(ofBase.CallSeconds, head), Launches: 1, ratio * ofHead.Seconds);
    }
}
