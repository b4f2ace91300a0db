namespace Perf.Analyzers;

/// <summary>What the rules are about.</summary>
internal static class Category
{
    public const string Usage = "Perf.Usage";
    public const string Baselines = "Perf.Baselines";
    public const string Thresholds = "Perf.Thresholds";
}
