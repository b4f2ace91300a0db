using System.Diagnostics.Metrics;

namespace Perf.Measurement.Meters;

/// <summary>
/// Lists the instruments that exist and record while a body runs once, unmeasured; those of meters named
/// <c>System.*</c> and <c>Microsoft.*</c> are the platform's own and left out.
/// </summary>
public sealed class InstrumentCatalog : IDisposable
{
    /// <summary>
    /// How many different tag sets of one instrument are told, so that a tag of many values cannot fill the memory.
    /// </summary>
    public const int TagSetCapacity = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string, string, InstrumentKind, string?), Entry> _entries = [];
    private readonly MeterListener _listener = new();
    private readonly Func<Instrument, bool>? _isMeant;

    private InstrumentCatalog(Func<Instrument, bool>? isMeant)
    {
        _isMeant = isMeant;
        _listener.InstrumentPublished = Enter;
        _listener.ListenTo(Count);
        _listener.Start();
    }

    /// <summary>Begins to listen.</summary>
    /// <param name="isMeant">Whether an instrument is listed at all; null for all of them.</param>
    public static InstrumentCatalog Start(Func<Instrument, bool>? isMeant = null) => new(isMeant);

    /// <summary>
    /// Asks the observable instruments once, stops listening and tells what was seen, by meter and name.
    /// </summary>
    public IReadOnlyList<SeenInstrument> Complete()
    {
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException)
        {
            // An instrument that cannot answer is listed as one that recorded nothing; the others have answered.
        }

        Dispose();
        lock (_lock)
        {
            return
            [
                .. _entries.Values.Select(entry => entry.ToSeen())
                    .OrderBy(seen => seen.Meter, StringComparer.Ordinal)
                    .ThenBy(seen => seen.Name, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();

    private void Enter(Instrument instrument, MeterListener listener)
    {
        string meter = instrument.Meter.Name;
        if (meter.StartsWith("System.", StringComparison.Ordinal)
            || meter.StartsWith("Microsoft.", StringComparison.Ordinal)
            || _isMeant?.Invoke(instrument) == false)
        {
            return;
        }

        InstrumentKind kind = InstrumentKinds.Of(instrument);
        KeyValuePair<string, object?>[] fixedTags = [.. instrument.FixedTags()];
        Entry? entry;
        lock (_lock)
        {
            if (!_entries.TryGetValue((meter, instrument.Name, kind, instrument.Unit), out entry))
            {
                entry = new Entry(meter, instrument.Name, kind, instrument.Unit);
                _entries.Add((meter, instrument.Name, kind, instrument.Unit), entry);
            }
        }

        listener.EnableMeasurementEvents(instrument, new Source(entry, fixedTags));
    }

    private void Count(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (state is Source source)
        {
            lock (_lock)
            {
                source.Entry.Count([.. source.FixedTags, .. tags]);
            }
        }
    }

    private sealed record Source(Entry Entry, KeyValuePair<string, object?>[] FixedTags);

    private sealed class Entry(string meter, string name, InstrumentKind kind, string? unit)
    {
        private readonly SortedSet<string> _tagSets = new(StringComparer.Ordinal);
        private long _recordings;
        private long _untagged;

        public void Count(KeyValuePair<string, object?>[] tags)
        {
            _recordings++;
            if (tags.Length == 0)
            {
                _untagged++;
            }
            else if (_tagSets.Count < TagSetCapacity)
            {
                _tagSets.Add(string.Join(
                    ',',
                    tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
                        .Select(tag => $"{tag.Key}={TagValue.Format(tag.Value)}")));
            }
        }

        public SeenInstrument ToSeen() => new(meter, name, kind, unit, _recordings, _untagged, [.. _tagSets]);
    }
}
