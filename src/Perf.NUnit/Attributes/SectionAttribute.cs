namespace Perf;

/// <summary>
/// The section of <c>thresholds.yaml</c> that the keys of the tests below belong to; the nearest of method, class and assembly counts.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class SectionAttribute(string name) : Attribute
{
    /// <summary>The name as the file has it.</summary>
    public string Name { get; } = name;
}
