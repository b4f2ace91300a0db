using System.Globalization;

namespace Perf.Thresholds.Promises;

/// <summary>What each attribute says of its keys.</summary>
public static class KeyPromises
{
    // The original suite's limit, in force where neither attribute nor file has one.
    private const double DefaultTailRatio = 2.0;
    private const double UsualPercentile = 95;

    private static readonly ValueRange Percentiles = new(50, false, 100, false);
    private static readonly ValueRange WarmUpBatches = new(-1, true, int.MaxValue, true, IsWhole: true);

    /// <summary>The promise of an attribute whose limit has one key that every test shares.</summary>
    /// <param name="attribute">The attribute, with or without its suffix: <c>MaxDuration</c>.</param>
    /// <param name="literal">Its number; null without one.</param>
    public static KeyPromise Of(string attribute, double? literal) =>
        Of(ObjectiveTable.ForAttribute(attribute).First(kind => kind.IsLimit && !kind.IsPattern), literal);

    /// <summary><c>[MaxRegression]</c>.</summary>
    /// <param name="metric"><c>time</c>, another built-in metric, or an instrument.</param>
    /// <param name="percent">The attribute's number; null without one.</param>
    public static KeyPromise Regression(string metric, double? percent) =>
        Of(ObjectiveTable.RegressionKey(metric), Direction.LowerIsBetter, percent, ValueRange.NotNegative) with
        {
            IsNoisyRegression = metric is "time" or "gpu_time" or "throughput",
        };

    /// <summary><c>[MaxTailRatio]</c>.</summary>
    public static KeyPromise TailRatio(double percentile, double? ratio)
    {
        string name = percentile.ToString(CultureInfo.InvariantCulture).Replace('.', '_');
        KeyPromise promise = Of(
            $"max_p{name}_to_mean_ratio", Direction.LowerIsBetter, ratio, ValueRange.Positive);
        return promise with
        {
            Default = percentile == UsualPercentile ? DefaultTailRatio : null,
            Arguments = [.. promise.Arguments, new PromiseArgument("Percentile", percentile, Percentiles)],
        };
    }

    /// <summary><c>[MaxGpuMemory]</c>: the share, then the 2³⁰ bytes.</summary>
    /// <param name="percent">The attribute's share; null without one.</param>
    /// <param name="gigabytes">Its 2³⁰ bytes; NaN without.</param>
    public static (KeyPromise Share, KeyPromise Gigabytes) GpuMemory(double? percent, double gigabytes)
    {
        ObjectiveKind[] kinds = [.. ObjectiveTable.ForAttribute("MaxGpuMemory")];
        double? own = double.IsNaN(gigabytes) ? null : gigabytes;
        KeyPromise inGigabytes = Of(kinds.Single(kind => kind.Unit != "%"), own);
        return (
            Of(kinds.Single(kind => kind.Unit == "%"), percent) with { IsOptional = own is not null },
            inGigabytes with
            {
                IsOptional = true,
                Arguments = [.. inGigabytes.Arguments.Select(argument => argument with { Name = "Gigabytes" })],
            });
    }

    /// <summary><c>[MinCacheHitRate]</c>.</summary>
    /// <param name="percent">The attribute's number; null without one.</param>
    /// <param name="warmupBatches">Batches that do not count; −1 for the file's.</param>
    public static KeyPromise CacheHitRate(double? percent, int warmupBatches)
    {
        KeyPromise promise = Of("MinCacheHitRate", percent);
        return promise with
        {
            Arguments = [.. promise.Arguments, new PromiseArgument("WarmupBatches", warmupBatches, WarmUpBatches)],
        };
    }

    /// <summary><c>[MaxMetric]</c> and <c>[MinMetric]</c>.</summary>
    /// <param name="better">Which way of the instrument's number is better.</param>
    /// <param name="key">The key, with its section or without; null where the attribute names none.</param>
    /// <param name="value">The attribute's number, in the unit of the instrument; null without one.</param>
    public static KeyPromise Instrument(Direction better, string? key, double? value)
    {
        int dot = key?.LastIndexOf('.') ?? -1;
        string? name = key?.Substring(dot + 1);
        return Of(name, better, value, ValueRange.Finite) with
        {
            IsNamed = name is not null,
            Section = dot > 0 ? key!.Substring(0, dot) : null,
            IsConverted = name is not null && UnitSuffix.Of(name) is { IsScaled: true },
        };
    }

    private static KeyPromise Of(ObjectiveKind kind, double? literal) => Of(kind.Key, kind.Better, literal, kind.Range);

    private static KeyPromise Of(string? key, Direction better, double? literal, ValueRange range) => new(key, better, literal)
    {
        Arguments = literal is { } number ? [new PromiseArgument(null, number, Range(key, range))] : [],
    };

    // A key that the attribute names has the range of its own row.
    private static ValueRange Range(string? key, ValueRange otherwise) =>
        key is null ? otherwise : ObjectiveTable.ForKey(key)?.Range ?? otherwise;
}
