using System.Diagnostics.Metrics;

namespace Perf.Measurement.Meters;

/// <summary>
/// Counts hits and lookups of a cache from a counter whose recordings carry a tag <c>hit</c> (true or false), and
/// ignores everything until the warm-up batches have passed.
/// </summary>
public sealed class HitCounter : IDisposable
{
    /// <summary>The tag that tells hits from misses.</summary>
    public const string HitTag = "hit";

    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly InstrumentSelector _lookupInstrument;
    private readonly InstrumentSelector? _batchInstrument;
    private readonly int _warmupBatches;
    private long _batches;
    private double _hits;
    private double _lookups;
    private long _unmarked;

    /// <summary>Begins to listen.</summary>
    /// <param name="lookups">The counter of lookups.</param>
    /// <param name="warmupBatches">How many batches pass before anything is counted.</param>
    /// <param name="batchInstrument">
    /// The instrument that records once a batch; without one each call of <see cref="NextIteration"/> ends a batch.
    /// </param>
    public HitCounter(InstrumentSelector lookups, int warmupBatches, InstrumentSelector? batchInstrument = null)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        ArgumentOutOfRangeException.ThrowIfNegative(warmupBatches);
        _lookupInstrument = lookups;
        _warmupBatches = warmupBatches;
        _batchInstrument = batchInstrument;
        _listener.InstrumentPublished = Enable;
        _listener.ListenTo(Record);
        _listener.Start();
    }

    /// <summary>Lookups after warm-up that hit.</summary>
    public long Hits => Locked(() => (long)_hits);

    /// <summary>Lookups after warm-up.</summary>
    public long Lookups => Locked(() => (long)_lookups);

    /// <summary>
    /// Recordings of the counter, at any time, that did not say whether they hit, and are not counted.
    /// </summary>
    public long UnmarkedRecordings => Locked(() => _unmarked);

    /// <summary>Batches that have passed.</summary>
    public long Batches => Locked(() => _batches);

    /// <summary>
    /// To be called after each iteration of the body: a batch has passed, unless an instrument tells the batches.
    /// </summary>
    public void NextIteration()
    {
        if (_batchInstrument is null)
        {
            lock (_lock)
            {
                _batches++;
            }
        }
    }

    /// <summary>Stops listening; the counts can still be read.</summary>
    public void Dispose() => _listener.Dispose();

    private long Locked(Func<long> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    private void Enable(Instrument instrument, MeterListener listener)
    {
        KeyValuePair<string, string>[]? lookup = Wanted(_lookupInstrument);
        KeyValuePair<string, string>[]? batch = Wanted(_batchInstrument);
        if (lookup is not null || batch is not null)
        {
            listener.EnableMeasurementEvents(instrument, new Subscription(lookup, batch));
        }

        KeyValuePair<string, string>[]? Wanted(InstrumentSelector? selector) =>
            selector is not null && string.Equals(selector.Name, instrument.Name, StringComparison.Ordinal)
                ? selector.WantedBeyond(instrument.FixedTags())
                : null;
    }

    private void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (state is not Subscription subscription)
        {
            return;
        }

        lock (_lock)
        {
            if (subscription.Lookup is { } lookup && InstrumentSelector.HasAll(tags, lookup))
            {
                CountLookups(value, tags);
            }

            if (subscription.Batch is { } batch && InstrumentSelector.HasAll(tags, batch))
            {
                _batches++;
            }
        }
    }

    private void CountLookups(double lookups, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (ref readonly KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == HitTag && TagValue.TryReadTruth(tag.Value, out bool hit))
            {
                if (_batches >= _warmupBatches)
                {
                    _lookups += lookups;
                    _hits += hit ? lookups : 0;
                }

                return;
            }
        }

        _unmarked++;
    }

    private sealed record Subscription(KeyValuePair<string, string>[]? Lookup, KeyValuePair<string, string>[]? Batch);
}
