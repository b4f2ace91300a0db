using System.Diagnostics.Metrics;

namespace Perf.Measurement.Meters;

/// <summary>Takes a recording of an instrument, its value as a double.</summary>
internal delegate void Recording(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

/// <summary>Binds one callback to all numeric types that an instrument may have.</summary>
internal static class MeasurementCallbacks
{
    /// <summary>Lets the listener hand every recording to the callback; allocates here and never again.</summary>
    public static void ListenTo(this MeterListener listener, Recording recording)
    {
        listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => recording(state, value, tags));
        listener.SetMeasurementEventCallback<short>((_, value, tags, state) => recording(state, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => recording(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => recording(state, value, tags));
        listener.SetMeasurementEventCallback<float>((_, value, tags, state) => recording(state, value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => recording(state, value, tags));
        listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => recording(state, (double)value, tags));
    }

    /// <summary>The tags that are fixed for an instrument: its own and those of its meter.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> FixedTags(this Instrument instrument) =>
        (instrument.Tags ?? []).Concat(instrument.Meter.Tags ?? []);
}
