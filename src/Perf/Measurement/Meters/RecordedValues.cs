namespace Perf.Measurement.Meters;

/// <summary>
/// What one selector has recorded: the sums of the present sample and the pool of all values; thread-safe.
/// </summary>
internal sealed class RecordedValues(int capacity)
{
    private readonly Lock _lock = new();
    private readonly double[] _values = new double[capacity];
    private int _kept;
    private long _dropped;
    private double _sum;
    private long _count;
    private double _last;
    private double _total;
    private double _totalBefore;
    private long _totals;

    /// <summary>All values that were kept, in the order of their recording.</summary>
    public ReadOnlySpan<double> Kept => _values.AsSpan(0, Volatile.Read(ref _kept));

    /// <summary>How many values came after the pool was full.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Takes a value.</summary>
    public void Add(double value)
    {
        lock (_lock)
        {
            AddLocked(value);
        }
    }

    /// <summary>Takes one tag set's part of a total that an observable counter tells.</summary>
    public void AddToTotal(double part)
    {
        lock (_lock)
        {
            _total += part;
            _totals++;
        }
    }

    /// <summary>
    /// Begins a sample; what <see cref="AddToTotal"/> took since <see cref="ForgetTotal"/> is where it starts.
    /// </summary>
    public void BeginSample()
    {
        lock (_lock)
        {
            (_sum, _count, _last) = (0, 0, 0);
            (_totalBefore, _total, _totals) = (_total, 0, 0);
        }
    }

    /// <summary>Forgets the parts of a total, before the counters are asked anew.</summary>
    public void ForgetTotal()
    {
        lock (_lock)
        {
            (_total, _totals) = (0, 0);
        }
    }

    /// <summary>Turns the total that the counters have just told into the sample's one value, its growth.</summary>
    public void AddGrowth()
    {
        lock (_lock)
        {
            if (_totals > 0)
            {
                AddLocked(_total - _totalBefore);
                _last = _total;
            }
        }
    }

    /// <summary>What was taken since the sample began.</summary>
    public InstrumentSample Sample()
    {
        lock (_lock)
        {
            return new InstrumentSample(_sum, _count, _last);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _kept = 0;
            _dropped = 0;
            (_sum, _count, _last) = (0, 0, 0);
        }
    }

    private void AddLocked(double value)
    {
        _sum += value;
        _count++;
        _last = value;
        if (_kept < _values.Length)
        {
            _values[_kept] = value;
            Volatile.Write(ref _kept, _kept + 1);
        }
        else
        {
            _dropped++;
        }
    }
}
