using Perf.Execution;
using Perf.Thresholds;

namespace Perf;

/// <summary>
/// What an instrument records in one iteration may not fall below a limit, in the instrument's unit: the sum of a counter or of a histogram
/// of duration, the mean of another histogram, the last value of a gauge.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MinMetricAttribute : SloAttribute
{
    private readonly double? _value;

    /// <summary>The number of <see cref="Key"/> in thresholds.yaml.</summary>
    public MinMetricAttribute(string instrument) => Instrument = instrument;

    /// <summary>At least this; the stricter of it and of <see cref="Key"/> is enforced.</summary>
    public MinMetricAttribute(string instrument, double value)
        : this(instrument) => _value = value;

    /// <summary>The key, with its section: <c>stages.min_forward_seconds</c>.</summary>
    public string? Key { get; init; }

    internal override IEnumerable<Promise> Promises() =>
        [Promise.OfInstrument(this, Selector!, Direction.HigherIsBetter, Key, _value)];
}
