namespace Perf;

/// <summary>The version of what a test measures: a raised number, or changed data, voids its old baselines.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class PerfVersionAttribute(int number) : Attribute
{
    /// <summary>The version; 1 where there is no attribute.</summary>
    public int Number { get; } = number;

    /// <summary>A file or folder, relative to the test assembly, whose content belongs to the version.</summary>
    public string? Data { get; init; }
}
