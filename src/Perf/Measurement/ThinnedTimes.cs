namespace Perf.Measurement;

/// <summary>Keeps some of many times, evenly spread over all of them, without growing: for a picture, not for a verdict.</summary>
/// <param name="most">How many are kept at most; even.</param>
public sealed class ThinnedTimes(int most)
{
    private readonly double[] _kept = new double[most];
    private int _count;
    private long _seen;
    private long _stride = 1;

    /// <summary>What was kept, in its order.</summary>
    public IReadOnlyList<double> Kept => _kept[.._count];

    /// <summary>Adds a time, or leaves it out.</summary>
    public void Add(double seconds)
    {
        if (_seen++ % _stride != 0)
        {
            return;
        }

        if (_count == _kept.Length)
        {
            // Every second one goes; this one is where the next of the rest belongs.
            for (int index = 0; index < _count / 2; index++)
            {
                _kept[index] = _kept[2 * index];
            }

            _count /= 2;
            _stride *= 2;
        }

        _kept[_count++] = seconds;
    }
}
