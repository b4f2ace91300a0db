using System.Diagnostics.Metrics;

namespace Perf.Measurement.Meters;

/// <summary>Tells the kind of an instrument from its type.</summary>
internal static class InstrumentKinds
{
    private static readonly Dictionary<Type, InstrumentKind> ByType = new()
    {
        [typeof(Counter<>)] = InstrumentKind.Counter,
        [typeof(UpDownCounter<>)] = InstrumentKind.UpDownCounter,
        [typeof(Histogram<>)] = InstrumentKind.Histogram,
        [typeof(Gauge<>)] = InstrumentKind.Gauge,
        [typeof(ObservableCounter<>)] = InstrumentKind.ObservableCounter,
        [typeof(ObservableUpDownCounter<>)] = InstrumentKind.ObservableUpDownCounter,
        [typeof(ObservableGauge<>)] = InstrumentKind.ObservableGauge,
    };

    /// <summary>The kind of the instrument; a type of somebody's own counts as what it says of observing.</summary>
    public static InstrumentKind Of(Instrument instrument)
    {
        for (Type? type = instrument.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && ByType.TryGetValue(type.GetGenericTypeDefinition(), out InstrumentKind kind))
            {
                return kind;
            }
        }

        return instrument.IsObservable ? InstrumentKind.ObservableGauge : InstrumentKind.Histogram;
    }
}
