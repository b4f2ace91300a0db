namespace Perf.Thresholds;

/// <summary>What strict mode makes of a test that could not be judged.</summary>
public enum PolicyAction
{
    /// <summary>The test stays green and is shown.</summary>
    Warn,

    /// <summary>The test fails.</summary>
    Fail,
}
