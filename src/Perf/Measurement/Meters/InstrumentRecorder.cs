using System.Diagnostics.Metrics;

namespace Perf.Measurement.Meters;

/// <summary>
/// Records selected instruments while a body is measured, from whatever thread they record; after construction it
/// allocates nothing. Selectors are meant by their index in the list that was given.
/// </summary>
public sealed class InstrumentRecorder : IDisposable
{
    private readonly InstrumentSelector[] _selectors;
    private readonly RecordedValues[] _recorded;
    private readonly Func<Instrument, bool>? _isMeant;
    private readonly MeterListener _listener = new();
    private volatile bool _enabled = true;
    private volatile bool _hasObservables;
    private volatile bool _hasObservableCounters;
    private volatile bool _onlyTotals;
    private bool _observed;

    /// <summary>Begins to listen; recording is enabled.</summary>
    /// <param name="selectors">The instruments to record.</param>
    /// <param name="valueCapacity">How many single values of each selector are kept.</param>
    /// <param name="isMeant">Whether an instrument of such a name is meant; null for all of them.</param>
    public InstrumentRecorder(
        IReadOnlyList<InstrumentSelector> selectors, int valueCapacity = 65536, Func<Instrument, bool>? isMeant = null)
    {
        ArgumentNullException.ThrowIfNull(selectors);
        ArgumentOutOfRangeException.ThrowIfNegative(valueCapacity);
        _selectors = [.. selectors];
        _isMeant = isMeant;
        _recorded = [.. selectors.Select(_ => new RecordedValues(valueCapacity))];
        _listener.InstrumentPublished = Enable;
        _listener.ListenTo(Record);
        _listener.Start();
    }

    /// <summary>
    /// Whether recordings of the body are taken: what it records meanwhile is lost, not postponed. Observable
    /// instruments are asked at <see cref="EndSample"/> all the same.
    /// </summary>
    public bool Enabled
    {
        get => _enabled;
        set => _enabled = value;
    }

    /// <summary>Begins a sample: values recorded from here on belong to it.</summary>
    /// <remarks>
    /// Selected observable counters are asked here too: they tell a total, and a sample wants its growth.
    /// </remarks>
    public void BeginSample()
    {
        if (_hasObservableCounters)
        {
            _onlyTotals = true;
            Observe();
            _onlyTotals = false;
        }

        _observed = false;
        foreach (RecordedValues recorded in _recorded)
        {
            recorded.BeginSample();
        }
    }

    /// <summary>
    /// What the selector's instruments recorded since <see cref="BeginSample"/>; the first call after it asks the
    /// selected observable instruments, once.
    /// </summary>
    /// <exception cref="AggregateException">An observable instrument failed when asked.</exception>
    public InstrumentSample EndSample(int selector)
    {
        if (_hasObservables && !_observed)
        {
            _observed = true;
            Observe();
            foreach (RecordedValues recorded in _recorded)
            {
                recorded.AddGrowth();
            }
        }

        return _recorded[selector].Sample();
    }

    /// <summary>
    /// Every single value so far, in the order of recording, up to the capacity; valid until <see cref="Clear"/>.
    /// </summary>
    public ReadOnlySpan<double> Values(int selector) => _recorded[selector].Kept;

    /// <summary>
    /// How many values came after the capacity was used up: they are in the sums, not among the values.
    /// </summary>
    public long Dropped(int selector) => _recorded[selector].Dropped;

    /// <summary>Forgets all values and sums, those of the warm-up for instance.</summary>
    public void Clear()
    {
        foreach (RecordedValues recorded in _recorded)
        {
            recorded.Clear();
        }
    }

    /// <summary>Stops listening; what was recorded can still be read.</summary>
    public void Dispose() => _listener.Dispose();

    private void Observe()
    {
        foreach (RecordedValues recorded in _recorded)
        {
            recorded.ForgetTotal();
        }

        _listener.RecordObservableInstruments();
    }

    private void Enable(Instrument instrument, MeterListener listener)
    {
        Target[] targets =
        [
            .. _selectors.Index()
                .Where(selector => string.Equals(selector.Item.Name, instrument.Name, StringComparison.Ordinal))
                .Select(selector => new Target(
                    _recorded[selector.Index], selector.Item.WantedBeyond(instrument.FixedTags()))),
        ];
        if (targets.Length == 0 || _isMeant?.Invoke(instrument) == false)
        {
            return;
        }

        bool tellsTotal = InstrumentKinds.Of(instrument) == InstrumentKind.ObservableCounter;
        if (instrument.IsObservable)
        {
            _hasObservables = true;
        }

        if (tellsTotal)
        {
            _hasObservableCounters = true;
        }

        listener.EnableMeasurementEvents(instrument, new Subscription(targets, instrument.IsObservable, tellsTotal));
    }

    private void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (state is not Subscription subscription || !Takes(subscription))
        {
            return;
        }

        foreach (Target target in subscription.Targets)
        {
            if (!InstrumentSelector.HasAll(tags, target.Wanted))
            {
                continue;
            }

            if (subscription.TellsTotal)
            {
                target.Recorded.AddToTotal(value);
            }
            else
            {
                target.Recorded.Add(value);
            }
        }
    }

    private bool Takes(Subscription subscription) =>
        subscription.Observable ? subscription.TellsTotal || !_onlyTotals : _enabled;

    private sealed record Subscription(Target[] Targets, bool Observable, bool TellsTotal);

    private sealed record Target(RecordedValues Recorded, KeyValuePair<string, string>[] Wanted);
}
