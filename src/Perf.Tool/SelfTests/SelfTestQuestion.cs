namespace Perf.Tool.SelfTests;

/// <summary>What is asked of a promise.</summary>
internal enum SelfTestQuestion
{
    /// <summary>The same code twice, which must not fire.</summary>
    SameCode,

    /// <summary>The body takes longer, which must.</summary>
    Delay,

    /// <summary>The body allocates more, which must.</summary>
    Allocation,
}
