namespace Perf.Measurement.Probes;

/// <summary>What the garbage collector has done.</summary>
/// <param name="Generation0">Collections of generation 0 or more.</param>
/// <param name="Generation1">Collections of generation 1 or more.</param>
/// <param name="Generation2">Collections of all generations.</param>
/// <param name="PauseSeconds">Time for which it held all threads, s.</param>
public readonly record struct CollectionCounts(int Generation0, int Generation1, int Generation2, double PauseSeconds)
{
    /// <summary>What it has done since the process began; allocates nothing.</summary>
    public static CollectionCounts Read() => new(
        GC.CollectionCount(0),
        GC.CollectionCount(1),
        GC.CollectionCount(2),
        GC.GetTotalPauseDuration().TotalSeconds);

    /// <summary>What it has done between two readings.</summary>
    public static CollectionCounts operator -(CollectionCounts later, CollectionCounts earlier) => new(
        later.Generation0 - earlier.Generation0,
        later.Generation1 - earlier.Generation1,
        later.Generation2 - earlier.Generation2,
        later.PauseSeconds - earlier.PauseSeconds);
}
