using System.Runtime.InteropServices;
using Receipts.Model;

namespace Receipts.PostProcessing;

/// <summary>
/// Finds the connected regions (neighbours in eight directions) of a map that lie above a threshold. Its buffers are
/// used again
/// from map to map: not thread-safe.
/// </summary>
internal sealed class RegionSearch
{
    private static readonly int Infinity = BitConverter.SingleToInt32Bits(float.PositiveInfinity);

    private readonly Region _region = new();
    private bool[] _seen = [];
    private int[] _pending = [];
    private int _next;
    private ProbabilityMap _map = new([], 0, 0);
    private float _threshold;

    /// <summary>Begins with a map.</summary>
    public void Begin(ProbabilityMap map, float threshold)
    {
        if (_seen.Length < map.Values.Length)
        {
            _seen = new bool[map.Values.Length];
            _pending = new int[map.Values.Length];
        }

        Array.Clear(_seen, 0, map.Values.Length);
        (_map, _threshold, _next) = (map, threshold, 0);
    }

    /// <summary>Finds the next region.</summary>
    /// <param name="region">The region, good until the next call.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryNext(out Region region)
    {
        region = _region;

        // Positive floats sort like their bits, and integers can be searched many at a time.
        ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(_map.Values.AsSpan());
        int least = BitConverter.SingleToInt32Bits(float.BitIncrement(_threshold));
        while (_next < bits.Length)
        {
            int offset = bits[_next..].IndexOfAnyInRange(least, Infinity);
            if (offset < 0)
            {
                break;
            }

            int start = _next + offset;
            _next = start + 1;
            if (!_seen[start])
            {
                Fill(start);
                return true;
            }
        }

        _next = bits.Length;
        return false;
    }

    private void Fill(int start)
    {
        (int width, int height) = (_map.Width, _map.Height);
        _region.Clear(height);
        int count = 0;
        _pending[count++] = start;
        _seen[start] = true;
        while (count > 0)
        {
            int index = _pending[--count];
            (int row, int column) = Math.DivRem(index, width);
            _region.Add(row, column);
            (int left, int right) = (Math.Max(column - 1, 0), Math.Min(column + 1, width - 1));
            for (int y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, height - 1); y++)
            {
                for (int neighbour = (y * width) + left; neighbour <= (y * width) + right; neighbour++)
                {
                    if (!_seen[neighbour] && _map.Values[neighbour] > _threshold)
                    {
                        _seen[neighbour] = true;
                        _pending[count++] = neighbour;
                    }
                }
            }
        }
    }
}
