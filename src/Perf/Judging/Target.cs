using Perf.Baselines;

namespace Perf.Judging;

/// <summary>What an objective is held against in this run.</summary>
public abstract record Target
{
    /// <summary>A limit in the unit of the metric.</summary>
    /// <param name="Value">The limit.</param>
    /// <param name="Baseline">The baseline that it was made from; null for an absolute limit.</param>
    public sealed record Limit(double Value, BaselineEvidence? Baseline = null) : Target
    {
        /// <summary>
        /// The recorded series with its control, beside which the body is measured; null where the number alone is enforced.
        /// </summary>
        public BaselineSeries? Series { get; init; }
    }

    /// <summary>Nothing: there is no usable baseline.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    /// <param name="IsExempt">Whether the test, its version or its data is new: listed as new, never red.</param>
    public sealed record Nothing(string Reason, bool IsExempt) : Target;
}
