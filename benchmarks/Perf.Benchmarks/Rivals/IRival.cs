namespace Perf.Benchmarks.Rivals;

/// <summary>A way to gate the subjects, by one rule or by several that judge the same samples.</summary>
internal interface IRival
{
    /// <summary>Verdicts of every subject.</summary>
    /// <param name="round">How much more the head does, and beside what.</param>
    IReadOnlyList<RivalVerdict> Verdicts(RivalRound round);
}
