using System.Numerics;
using System.Runtime.CompilerServices;

namespace Perf.Measurement.Controls;

/// <summary>
/// The triad of McCalpin's STREAM (1995), a = b + s·c, over arrays that fit no cache: a run takes the next part of them, so that
/// it always waits for memory.
/// </summary>
public sealed class Stream : IControl
{
    // Three arrays of 32 MiB; a run moves one and a half MiB of each.
    private const int Length = 1 << 22;
    private const int Part = 3 << 16;

    private readonly double[] _sum = new double[Length];
    private readonly double[] _one = Fill(3);
    private readonly double[] _other = Fill(5);
    private int _next;

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>The sum over the part that the latest run wrote.</summary>
    public double Checksum => _sum.AsSpan(_next == 0 ? LastPart : _next - Part, Part).ToArray().Sum();

    // What is left at the end is no whole part.
    private const int LastPart = ((Length / Part) - 1) * Part;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public unsafe void Run()
    {
        int width = Vector<double>.Count;
        Vector<double> scale = new(3);
        fixed (double* sum = _sum, one = _one, other = _other)
        {
            for (int index = _next; index < _next + Part; index += width)
            {
                Unsafe.Write(sum + index, Unsafe.Read<Vector<double>>(one + index) + (scale * Unsafe.Read<Vector<double>>(other + index)));
            }
        }

        _next = _next >= LastPart ? 0 : _next + Part;
    }

    private static double[] Fill(int factor)
    {
        double[] numbers = new double[Length];
        for (int index = 0; index < Length; index++)
        {
            numbers[index] = index * factor % 7;
        }

        return numbers;
    }
}
