using System.Globalization;
using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf;

/// <summary>
/// A percentile of the recordings of a histogram of duration may not exceed their mean by more than this ratio;
/// at least 20 recordings, pooled over the iterations of a launch (sample quantile of type 7).
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MaxTailRatioAttribute : SloAttribute
{
    private readonly double? _ratio;

    /// <summary>The ratio of <c>max_p95_to_mean_ratio</c> in thresholds.yaml; 2.0 when absent there.</summary>
    public MaxTailRatioAttribute()
    {
    }

    /// <summary>At most this ratio; the stricter of it and of thresholds.yaml is enforced.</summary>
    public MaxTailRatioAttribute(double ratio) => _ratio = ratio;

    /// <summary>Above 50 and below 100; another percentile has another key, <c>max_p99_to_mean_ratio</c>.</summary>
    public double Percentile { get; init; } = 95;

    internal override IEnumerable<Promise> Promises()
    {
        string percentile = Percentile.ToString(CultureInfo.InvariantCulture);
        Metric metric = new($"p{percentile}_to_mean", "1", Direction.LowerIsBetter, IsNoisy: true);
        Reading.TailRatio reading = new(Selector, Percentile);
        return [new(this, metric, reading, BoundKind.AtMost, KeyPromises.TailRatio(Percentile, _ratio))];
    }
}
