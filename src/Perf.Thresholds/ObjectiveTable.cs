namespace Perf.Thresholds;

/// <summary>The one table of attributes, keys, units, directions and ranges, for run time and compile time.</summary>
public static class ObjectiveTable
{
    /// <summary>The end of every key that limits a regression against a baseline.</summary>
    internal const string RegressionSuffix = "_regression_threshold_pct";

    // The greatest whole number up to which a double holds each one.
    private const double MostExactWhole = 9_007_199_254_740_992;

    private static readonly ValueRange Share = new(0, false, 100, true);
    private static readonly ValueRange ShareOrNone = new(0, true, 100, true);
    private static readonly ValueRange Noise = new(0, true, 100, false);
    private static readonly ValueRange Batches = new(0, true, int.MaxValue, true, IsWhole: true);
    private static readonly ValueRange Bytes = new(0, true, MostExactWhole, true, IsWhole: true);

    /// <summary>Every row; the patterns come last.</summary>
    public static IReadOnlyList<ObjectiveKind> Kinds { get; } =
    [
        AtMost("MaxRegression", "time" + RegressionSuffix, "%", ValueRange.NotNegative, noisy: true,
            "How much slower than its baseline an iteration may be, in percent."),
        AtMost("MaxDuration", "max_time_seconds", "s", ValueRange.Positive, noisy: true,
            "Wall time of one iteration, in seconds."),
        AtLeast("MinThroughput", "min_samples_per_second", "{item}/s", ValueRange.Positive, noisy: true,
            "Items of a counter per second."),
        AtMost("MaxTailRatio", "max_p95_to_mean_ratio", "1", ValueRange.Positive, noisy: true,
            "95th percentile of the batches over their mean."),
        AtMost("MaxGpuMemory", "max_gpu_memory_pct", "%", Share, noisy: false,
            "Peak memory of the accelerator, in percent of what it has."),
        AtMost("MaxGpuMemory", "max_gpu_memory_gb", "GiBy", ValueRange.Positive, noisy: false,
            "Peak memory of the accelerator, in units of 2^30 bytes."),
        AtMost("MaxCpuMemory", "max_cpu_memory_pct", "%", Share, noisy: false,
            "Peak memory of process and machine, in percent of what there is."),
        AtLeast("MinCacheHitRate", "min_hit_rate_pct", "%", ShareOrNone, noisy: false,
            "Hits of the lookups after the warm-up, in percent."),
        AtMost("MinCacheHitRate", "warmup_batches", "{batch}", Batches, noisy: false,
            "Batches at the start that do not count for the hit rate.") with { IsLimit = false },
        AtMost("MaxAllocations", "max_allocated_bytes", "By", Bytes, noisy: false,
            "Managed bytes that one iteration may allocate."),
        AtMost("", "measurement_noise_pct", "%", Noise, noisy: false,
            "Half-width of the zone around a limit in which no verdict is claimed, in percent.") with
        {
            IsLimit = false,
            OnlySection = "tolerance",
        },
        Pattern(AtMost("MaxRegression", "<metric>" + RegressionSuffix, "%", ValueRange.NotNegative, noisy: false,
            "How much worse than its baseline a metric may be, in percent.")),
        Pattern(AtMost("MaxTailRatio", "max_p<percentile>_to_mean_ratio", "1", ValueRange.Positive, noisy: true,
            "A percentile of the batches over their mean.")),
        Pattern(AtMost("MaxMetric", "max_<metric>_<unit>", "1", ValueRange.Finite, noisy: false,
            "The most that an instrument may record in an iteration, in the unit that the key ends in.")),
        Pattern(AtLeast("MinMetric", "min_<metric>_<unit>", "1", ValueRange.Finite, noisy: false,
            "The least that an instrument must record in an iteration, in the unit that the key ends in.")),
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
    /// The key that limits the regression of a metric: <c>time</c> gives <c>time_regression_threshold_pct</c>; whatever
    /// is neither a letter nor a digit becomes <c>_</c>, so <c>receipts.stage.duration{stage=forward}</c> gives
    /// <c>receipts_stage_duration_stage_forward_regression_threshold_pct</c>.
    /// </summary>
    public static string RegressionKey(string metric)
    {
        char[] letters = [.. metric.Select(letter => IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_')];
        string[] words = new string(letters).Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join("_", words) + RegressionSuffix;
    }

    private static ObjectiveKind AtMost(
        string attribute, string key, string unit, ValueRange range, bool noisy, string description) =>
        new(attribute, key, unit, Direction.LowerIsBetter, range, noisy) { Description = description };

    private static ObjectiveKind AtLeast(
        string attribute, string key, string unit, ValueRange range, bool noisy, string description) =>
        new(attribute, key, unit, Direction.HigherIsBetter, range, noisy) { Description = description };

    private static ObjectiveKind Pattern(ObjectiveKind kind) => kind with { IsPattern = true };

    // ASCII only: a key is written on every keyboard, and looks like no other.
    private static bool IsLetterOrDigit(char letter) => letter < 128 && char.IsLetterOrDigit(letter);
}
