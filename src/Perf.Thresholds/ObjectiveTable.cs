namespace Perf.Thresholds;

/// <summary>The one table of attributes, keys, units, directions and ranges, for run time and compile time.</summary>
public static class ObjectiveTable
{
    private const string RegressionSuffix = "_regression_threshold_pct";
    private const string TailPrefix = "max_p";
    private const string TailSuffix = "_to_mean_ratio";

    private static readonly ValueRange SharePercent = new(0, false, 100, true);
    private static readonly ValueRange RatePercent = new(0, true, 100, true);
    private static readonly ValueRange NoisePercent = new(0, true, 100, false);

    /// <summary>Every row.</summary>
    public static IReadOnlyList<ObjectiveKind> Kinds { get; } =
    [
        new("MaxRegression", "<metric>" + RegressionSuffix, "%", Direction.LowerIsBetter, ValueRange.NotNegative, IsNoisy: true),
        new("MaxDuration", "max_time_seconds", "s", Direction.LowerIsBetter, ValueRange.Positive, IsNoisy: true),
        new("MinThroughput", "min_samples_per_second", "{item}/s", Direction.HigherIsBetter, ValueRange.Positive, IsNoisy: true),
        new("MaxTailRatio", TailPrefix + "<percentile>" + TailSuffix, "1", Direction.LowerIsBetter, ValueRange.Positive, IsNoisy: true),
        new("MaxGpuMemory", "max_gpu_memory_pct", "%", Direction.LowerIsBetter, SharePercent, IsNoisy: false),
        new("MaxGpuMemory", "max_gpu_memory_gb", "GBy", Direction.LowerIsBetter, ValueRange.Positive, IsNoisy: false),
        new("MaxCpuMemory", "max_cpu_memory_pct", "%", Direction.LowerIsBetter, SharePercent, IsNoisy: false),
        new("MinCacheHitRate", "min_hit_rate_pct", "%", Direction.HigherIsBetter, RatePercent, IsNoisy: false),
        new("MinCacheHitRate", "warmup_batches", "{batch}", Direction.LowerIsBetter, ValueRange.Count, IsNoisy: false),
        new("MaxAllocations", "max_allocated_bytes", "By", Direction.LowerIsBetter, ValueRange.Count, IsNoisy: false),
        new("MaxMetric", "max_<metric>_<unit>", "", Direction.LowerIsBetter, ValueRange.Finite, IsNoisy: true),
        new("MinMetric", "min_<metric>_<unit>", "", Direction.HigherIsBetter, ValueRange.Finite, IsNoisy: true),
        new("", "measurement_noise_pct", "%", Direction.LowerIsBetter, NoisePercent, IsNoisy: false),
    ];

    /// <summary>The keys that are written as they stand in the table.</summary>
    public static IReadOnlyList<string> FixedKeys { get; } =
        [.. Kinds.Select(kind => kind.Key).Where(key => key.IndexOf('<') < 0)];

    /// <summary>The row of a key, unit and range filled in; null for a key that fits none.</summary>
    public static ObjectiveKind? ForKey(string key)
    {
        if (Kinds.FirstOrDefault(kind => kind.Key == key) is { } named)
        {
            return named.Key.IndexOf('<') < 0 ? named : null;
        }

        if (!IsWord(key))
        {
            return null;
        }

        if (key.EndsWith(RegressionSuffix, StringComparison.Ordinal))
        {
            return key.Length > RegressionSuffix.Length ? Row("MaxRegression") with { Key = key } : null;
        }

        if (IsTailKey(key))
        {
            return Row("MaxTailRatio") with { Key = key };
        }

        string? attribute = key.StartsWith("max_", StringComparison.Ordinal) ? "MaxMetric"
            : key.StartsWith("min_", StringComparison.Ordinal) ? "MinMetric"
            : null;
        return attribute is not null && UnitSuffix.Of(key) is { } unit && key.Length > "max_".Length + unit.Suffix.Length + 1
            ? Row(attribute) with { Key = key, Unit = unit.Unit, Range = unit.Range }
            : null;
    }

    /// <summary>The rows of an attribute, named without its suffix.</summary>
    public static IEnumerable<ObjectiveKind> ForAttribute(string attribute) => Kinds.Where(kind => kind.Attribute == attribute);

    /// <summary>The key of a metric's regression: <c>time</c> → <c>time_regression_threshold_pct</c>; dots become underscores.</summary>
    public static string RegressionKey(string metric) => metric.Replace('.', '_') + RegressionSuffix;

    private static ObjectiveKind Row(string attribute) => Kinds.First(kind => kind.Attribute == attribute);

    // max_p95_to_mean_ratio, max_p99_9_to_mean_ratio
    private static bool IsTailKey(string key)
    {
        if (!key.StartsWith(TailPrefix, StringComparison.Ordinal) || !key.EndsWith(TailSuffix, StringComparison.Ordinal))
        {
            return false;
        }

        int length = key.Length - TailPrefix.Length - TailSuffix.Length;
        string percentile = length > 0 ? key.Substring(TailPrefix.Length, length) : "";
        return percentile.Length > 0 && percentile.All(c => c is (>= '0' and <= '9') or '_') && percentile[0] != '_';
    }

    private static bool IsWord(string key) =>
        key.Length > 0 && key[0] is >= 'a' and <= 'z' && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
