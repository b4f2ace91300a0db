using Perf.Measurement.Meters;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Execution;

/// <summary>What an attribute says, before thresholds.yaml and the instruments seen make an objective of it.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Metric">What is measured; the unit of an instrument is not known yet.</param>
/// <param name="Reading">How it is read.</param>
/// <param name="Kind">The sense of the limit.</param>
/// <param name="Key">The key of thresholds.yaml, with its section where the attribute names one; null without a key.</param>
/// <param name="Literal">The attribute's own number; null without one.</param>
internal sealed record Promise(
    SloAttribute Attribute,
    Metric Metric,
    Reading Reading,
    BoundKind Kind,
    string? Key,
    double? Literal)
{
    /// <summary>The number in force where neither attribute nor file has one.</summary>
    public double? Default { get; init; }

    /// <summary>Whether the promise is dropped where neither attribute nor file has a number: another of the attribute has one.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The section that <see cref="Key"/> names; null when the test's own counts.</summary>
    public string? KeySection { get; init; }

    public static Promise OfRegression(
        SloAttribute attribute, string metric, bool higherIsBetter, InstrumentSelector? instrument, double? percent)
    {
        string key = ObjectiveTable.RegressionKey(metric);
        (Metric Metric, Reading Reading) what = metric switch
        {
            "time" => (Metric.Time, new Reading.BodyTime()),
            "allocated_bytes" => (Metric.AllocatedBytes, new Reading.Allocations()),
            "throughput" => (MinThroughputAttribute.Throughput, new Reading.Throughput(instrument)),
            _ => (
                OfInstrument(metric, higherIsBetter ? Direction.HigherIsBetter : Direction.LowerIsBetter),
                new Reading.InstrumentValue(instrument ?? InstrumentSelector.Parse(metric))),
        };
        return new Promise(attribute, what.Metric, what.Reading, BoundKind.RegressionPercent, key, percent);
    }

    public static Promise OfInstrument(
        SloAttribute attribute, InstrumentSelector instrument, Direction better, BoundKind kind, string? key, double? value)
    {
        int dot = key?.LastIndexOf('.') ?? -1;
        return new Promise(
            attribute,
            OfInstrument(instrument.ToString(), better),
            new Reading.InstrumentValue(instrument),
            kind,
            key?[(dot + 1)..],
            value)
        {
            KeySection = dot > 0 ? key![..dot] : null,
        };
    }

    // Unit and noise are the instrument's, known once it was seen.
    private static Metric OfInstrument(string name, Direction better) => new(name, "1", better, IsNoisy: true);
}
