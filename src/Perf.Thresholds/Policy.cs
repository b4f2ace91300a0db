namespace Perf.Thresholds;

/// <summary>The <c>policy</c> of a thresholds file: what strict mode makes of tests that could not be judged.</summary>
/// <param name="Inconclusive">
/// When the measurements decided neither way; <c>warn</c> unless the file says otherwise.
/// </param>
/// <param name="MissingBaseline">When there is no usable baseline; <c>fail</c> unless the file says otherwise.</param>
public sealed record Policy(PolicyAction Inconclusive, PolicyAction MissingBaseline)
{
    /// <summary>The policy of a file that states none.</summary>
    public static Policy Default { get; } = new(PolicyAction.Warn, PolicyAction.Fail);
}
