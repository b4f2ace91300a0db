using Perf.Measurement.Meters;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Execution;

/// <summary>What an attribute says, before thresholds.yaml and the instruments seen make an objective of it.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Metric">What is measured; the unit of an instrument is not known yet.</param>
/// <param name="Reading">How it is read.</param>
/// <param name="Kind">The sense of the limit.</param>
/// <param name="OfKey">Its key of thresholds.yaml and its own number.</param>
internal sealed record Promise(
    SloAttribute Attribute,
    Metric Metric,
    Reading Reading,
    BoundKind Kind,
    KeyPromise OfKey)
{
    public static Promise OfRegression(
        SloAttribute attribute, string metric, bool higherIsBetter, InstrumentSelector? instrument, double? percent)
    {
        (Metric Metric, Reading Reading) what = metric switch
        {
            "time" => (Metric.Time, new Reading.BodyTime()),
            "gpu_time" => (Metric.GpuTime, new Reading.DeviceTime()),
            "allocated_bytes" => (Metric.AllocatedBytes, new Reading.Allocations()),
            "throughput" => (MinThroughputAttribute.Throughput, new Reading.Throughput(instrument)),
            _ => (
                OfInstrument(metric, higherIsBetter ? Direction.HigherIsBetter : Direction.LowerIsBetter),
                new Reading.InstrumentValue(instrument ?? InstrumentSelector.Parse(metric))),
        };
        KeyPromise key = KeyPromises.Regression(metric, percent);
        return new Promise(attribute, what.Metric, what.Reading, BoundKind.RegressionPercent, key);
    }

    public static Promise OfInstrument(
        SloAttribute attribute, InstrumentSelector instrument, Direction better, string? key, double? value) =>
        new(
            attribute,
            OfInstrument(instrument.ToString(), better),
            new Reading.InstrumentValue(instrument),
            better == Direction.LowerIsBetter ? BoundKind.AtMost : BoundKind.AtLeast,
            KeyPromises.Instrument(better, key, value));

    // Unit and noise are the instrument's, known once it was seen.
    private static Metric OfInstrument(string name, Direction better) => new(name, "1", better, IsNoisy: true);
}
