using System.Numerics;
using System.Runtime.CompilerServices;

namespace Perf.Measurement.Controls;

/// <summary>
/// The triad of McCalpin's STREAM (1995), a = b + s·c, over arrays that fit no cache: a run takes the next part of them, so that
/// it always waits for memory.
/// </summary>
public sealed unsafe class Stream : IControl
{
    // Three arrays of 30 MiB; a run moves one and a half MiB of each, and comes back after twenty.
    private const int Part = 3 << 16;
    private const int Parts = 20;
    private const int Length = Parts * Part;

    private readonly AlignedBlock<double> _block = new(3 * Length);
    private int _next;

    /// <summary>Makes the arrays, always the same ones.</summary>
    public Stream()
    {
        for (int index = 0; index < Length; index++)
        {
            _block.Start[Length + index] = index % 7;
            _block.Start[(2 * Length) + index] = index % 11;
        }
    }

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>The sum over all that was written so far, with each number's place.</summary>
    public double Checksum
    {
        get
        {
            double sum = 0;
            for (int index = 0; index < Length; index++)
            {
                sum += _block.Start[index] * ((index % 5) + 1);
            }

            // Pointers keep no memory.
            GC.KeepAlive(this);
            return sum;
        }
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        int width = Vector<double>.Count;
        Vector<double> scale = new(3);
        double* sum = _block.Start + (_next * Part);
        double* one = sum + Length;
        double* other = one + Length;
        for (int index = 0; index < Part; index += width)
        {
            Unsafe.Write(sum + index, Unsafe.Read<Vector<double>>(one + index) + (scale * Unsafe.Read<Vector<double>>(other + index)));
        }

        _next = (_next + 1) % Parts;
    }
}
