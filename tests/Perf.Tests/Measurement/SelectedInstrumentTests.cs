using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SelectedInstrumentTests
{
    [TestCase(InstrumentKind.Counter, "{image}", Aggregation.Sum)]
    [TestCase(InstrumentKind.ObservableCounter, "By", Aggregation.Sum)]
    [TestCase(InstrumentKind.UpDownCounter, null, Aggregation.Sum)]
    [TestCase(InstrumentKind.Histogram, "s", Aggregation.Sum)]
    [TestCase(InstrumentKind.Histogram, "ms", Aggregation.Sum)]
    [TestCase(InstrumentKind.Histogram, "By", Aggregation.Mean)]
    [TestCase(InstrumentKind.Histogram, null, Aggregation.Mean)]
    [TestCase(InstrumentKind.Gauge, "s", Aggregation.Last)]
    [TestCase(InstrumentKind.ObservableGauge, null, Aggregation.Last)]
    public void RecordingsAreAggregatedByKindAndUnit(InstrumentKind kind, string? unit, Aggregation expected) =>
        new SelectedInstrument(SomeObjectives.Images, kind, unit).Aggregation.ShouldBe(expected);

    [TestCase("s", true)]
    [TestCase("ms", true)]
    [TestCase("us", true)]
    [TestCase("ns", true)]
    [TestCase("By", false)]
    [TestCase("S", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void AUnitOfTimeMakesADuration(string? unit, bool expected) =>
        new SelectedInstrument(SomeObjectives.Images, InstrumentKind.Histogram, unit).IsDuration.ShouldBe(expected);
}
