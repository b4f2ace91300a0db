using Perf.Execution;

namespace Perf;

/// <summary>A metric may not be worse than its baseline by more than a percentage.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MaxRegressionAttribute : SloAttribute
{
    private readonly double? _percent;

    /// <summary>The percentage of <c>&lt;metric&gt;_regression_threshold_pct</c> in thresholds.yaml.</summary>
    public MaxRegressionAttribute()
    {
    }

    /// <summary>At most this percentage; the stricter of it and of thresholds.yaml is enforced.</summary>
    public MaxRegressionAttribute(double percent) => _percent = percent;

    /// <summary><c>time</c>, <c>gpu_time</c>, <c>allocated_bytes</c>, <c>throughput</c>, or the name of an instrument.</summary>
    public string Metric { get; init; } = "time";

    /// <summary>Whether more of an instrument is better.</summary>
    public bool HigherIsBetter { get; init; }

    internal override IEnumerable<Promise> Promises() =>
        [Promise.OfRegression(this, Metric, HigherIsBetter, Selector, _percent)];
}
