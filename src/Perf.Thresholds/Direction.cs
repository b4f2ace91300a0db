namespace Perf.Thresholds;

/// <summary>Which way of a metric is better; the bound on it is stricter in the same way.</summary>
public enum Direction
{
    /// <summary>Less is better: time, memory, allocations.</summary>
    LowerIsBetter,

    /// <summary>More is better: throughput, hit rate.</summary>
    HigherIsBetter,
}
