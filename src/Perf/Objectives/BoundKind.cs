namespace Perf.Objectives;

/// <summary>What a bound bounds.</summary>
public enum BoundKind
{
    /// <summary>The value may not exceed the bound.</summary>
    AtMost,

    /// <summary>The value may not fall below the bound.</summary>
    AtLeast,

    /// <summary>The value may not be worse than the baseline by more than this percentage.</summary>
    RegressionPercent,
}
