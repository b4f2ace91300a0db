namespace Perf.Thresholds;

/// <summary>Which way a metric is better.</summary>
public enum Direction
{
    /// <summary>Less is better: time, memory.</summary>
    LowerIsBetter,

    /// <summary>More is better: throughput, hit rate.</summary>
    HigherIsBetter,
}
