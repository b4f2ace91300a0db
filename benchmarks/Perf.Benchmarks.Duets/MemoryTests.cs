using System.Numerics;
using System.Runtime.InteropServices;
using NUnit.Framework;

namespace Perf.Benchmarks.Duets;

/// <summary>Code that waits for memory: a sum of two long arrays into a third, a stretch of them an item.</summary>
[TestFixture]
public sealed class MemoryTests
{
    // Together some times what the last cache of a processor holds: what fits there is no wait for memory.
    private const int FloatsPerItem = 40_960;

    private float[] _sums = [];
    private float[] _ones = [];
    private float[] _others = [];

    [SetUp]
    public void Fill()
    {
        _sums = new float[Work.MostItems * FloatsPerItem];
        _ones = new float[_sums.Length];
        _others = new float[_sums.Length];
        Array.Fill(_sums, 1);
        Array.Fill(_ones, 2);
        Array.Fill(_others, 3);
    }

    [Test, MaxRegression(10)]
    public void MemoryBound()
    {
        Vector<float> factor = new(1.0001f);
        Span<float> some = _sums.AsSpan(0, Work.Items * FloatsPerItem);
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(some);
        ReadOnlySpan<Vector<float>> ones = MemoryMarshal.Cast<float, Vector<float>>(_ones);
        ReadOnlySpan<Vector<float>> others = MemoryMarshal.Cast<float, Vector<float>>(_others);
        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] = ones[index] + (factor * others[index]);
        }
    }
}
