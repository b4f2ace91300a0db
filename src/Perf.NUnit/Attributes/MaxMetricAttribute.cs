using Perf.Execution;
using Perf.Thresholds;

namespace Perf;

/// <summary>
/// What an instrument records in one iteration may not exceed a limit, in the instrument's unit: the sum of a counter or of a histogram
/// of duration, the mean of another histogram, the last value of a gauge.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MaxMetricAttribute : SloAttribute
{
    private readonly double? _value;

    /// <summary>The number of <see cref="Key"/> in thresholds.yaml.</summary>
    public MaxMetricAttribute(string instrument) => Instrument = instrument;

    /// <summary>At most this; the stricter of it and of <see cref="Key"/> is enforced.</summary>
    public MaxMetricAttribute(string instrument, double value)
        : this(instrument) => _value = value;

    /// <summary>The key, with its section: <c>stages.max_forward_seconds</c>.</summary>
    public string? Key { get; init; }

    internal override IEnumerable<Promise> Promises() =>
        [Promise.OfInstrument(this, Selector!, Direction.LowerIsBetter, Key, _value)];
}
