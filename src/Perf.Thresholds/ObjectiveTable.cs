namespace Perf.Thresholds;

/// <summary>The one table of attributes, keys, units, directions and ranges, for run time and compile time.</summary>
public static class ObjectiveTable
{
    /// <summary>The end of every key that limits a regression against a baseline.</summary>
    internal const string RegressionSuffix = "_regression_threshold_pct";

    // The greatest whole number up to which a double holds each one.
    private const double MostExactWhole = 9_007_199_254_740_992;

    private static readonly ValueRange Share = new(0, false, 100, true);
    private static readonly ValueRange Batches = new(0, true, int.MaxValue, true, IsWhole: true);
    private static readonly ValueRange Bytes = new(0, true, MostExactWhole, true, IsWhole: true);

    /// <summary>Every row; the patterns come last.</summary>
    public static IReadOnlyList<ObjectiveKind> Kinds { get; } =
    [
        new(
            "MaxRegression",
            "time" + RegressionSuffix,
            "%",
            Direction.LowerIsBetter,
            ValueRange.NotNegative,
            Noisy: true),
        new("MaxDuration", "max_time_seconds", "s", Direction.LowerIsBetter, ValueRange.Positive, Noisy: true),
        new(
            "MinThroughput",
            "min_samples_per_second",
            "{item}/s",
            Direction.HigherIsBetter,
            ValueRange.Positive,
            Noisy: true),
        new("MaxTailRatio", "max_p95_to_mean_ratio", "1", Direction.LowerIsBetter, ValueRange.Positive, Noisy: true),
        new("MaxGpuMemory", "max_gpu_memory_pct", "%", Direction.LowerIsBetter, Share, Noisy: false),
        new("MaxGpuMemory", "max_gpu_memory_gb", "GBy", Direction.LowerIsBetter, ValueRange.Positive, Noisy: false),
        new("MaxCpuMemory", "max_cpu_memory_pct", "%", Direction.LowerIsBetter, Share, Noisy: false),
        new(
            "MinCacheHitRate",
            "min_hit_rate_pct",
            "%",
            Direction.HigherIsBetter,
            new(0, true, 100, true),
            Noisy: false),
        new("MinCacheHitRate", "warmup_batches", "{batch}", Direction.LowerIsBetter, Batches, Noisy: false)
        {
            IsLimit = false,
        },
        new("MaxAllocations", "max_allocated_bytes", "By", Direction.LowerIsBetter, Bytes, Noisy: false),
        new("", "measurement_noise_pct", "%", Direction.LowerIsBetter, new(0, true, 100, false), Noisy: false)
        {
            IsLimit = false,
            OnlySection = "tolerance",
        },
        new(
            "MaxRegression",
            "<metric>" + RegressionSuffix,
            "%",
            Direction.LowerIsBetter,
            ValueRange.NotNegative,
            Noisy: false)
        {
            IsPattern = true,
        },
        new(
            "MaxTailRatio",
            "max_p<percentile>_to_mean_ratio",
            "1",
            Direction.LowerIsBetter,
            ValueRange.Positive,
            Noisy: true)
        {
            IsPattern = true,
        },
        new(
            "MaxMetric",
            "max_<metric>_<unit>",
            "1",
            Direction.LowerIsBetter,
            ValueRange.Finite,
            Noisy: false) { IsPattern = true },
        new(
            "MinMetric",
            "min_<metric>_<unit>",
            "1",
            Direction.HigherIsBetter,
            ValueRange.Finite,
            Noisy: false) { IsPattern = true },
    ];

    /// <summary>
    /// What a key of the file means, with the key in the place of its pattern; null for a key that no file may have.
    /// </summary>
    public static ObjectiveKind? ForKey(string key) => Reading.KeyGrammar.Read(key).Kind;

    /// <summary>The rows of an attribute, with or without its suffix <c>Attribute</c>.</summary>
    public static IEnumerable<ObjectiveKind> ForAttribute(string attribute)
    {
        const string Suffix = "Attribute";
        string name = attribute.EndsWith(Suffix, StringComparison.Ordinal)
            ? attribute.Substring(0, attribute.Length - Suffix.Length)
            : attribute;
        return name.Length == 0 ? [] : Kinds.Where(kind => kind.Attribute == name);
    }

    /// <summary>
    /// The key that limits the regression of a metric: <c>time</c> gives <c>time_regression_threshold_pct</c>; whatever is neither
    /// a letter nor a digit becomes <c>_</c>, so <c>receipts.stage.duration{stage=forward}</c> is <c>receipts_stage_duration_stage_forward_…</c>.
    /// </summary>
    public static string RegressionKey(string metric)
    {
        char[] letters = [.. metric.Select(letter => IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_')];
        string[] words = new string(letters).Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join("_", words) + RegressionSuffix;
    }

    // ASCII only: a key is written on every keyboard, and looks like no other.
    private static bool IsLetterOrDigit(char letter) => letter < 128 && char.IsLetterOrDigit(letter);
}
