namespace Perf.Thresholds;

/// <summary>What strict mode makes of a test that could not be judged.</summary>
public enum PolicyAction
{
    /// <summary>It is counted and shown.</summary>
    Warn,

    /// <summary>It fails.</summary>
    Fail,
}

/// <summary>The policy of strict mode.</summary>
/// <param name="Inconclusive">For Inconclusive.</param>
/// <param name="MissingBaseline">For NotComparable.</param>
public sealed record Policy(PolicyAction Inconclusive, PolicyAction MissingBaseline)
{
    /// <summary>In force where the file says nothing.</summary>
    public static Policy Default { get; } = new(PolicyAction.Warn, PolicyAction.Fail);
}
