using System.Numerics;
using System.Runtime.CompilerServices;

namespace Perf.Measurement.Controls;

/// <summary>The product of two matrices of single-precision numbers that fit the cache: vectors, additions and multiplications.</summary>
public sealed unsafe class Gemm : IControl
{
    // Three matrices of 49 KiB; a multiple of every width that a vector may have.
    private const int Size = 112;
    private const int Numbers = Size * Size;

    private readonly AlignedBlock<float> _block = new(3 * Numbers);

    /// <summary>Makes the matrices, always the same ones.</summary>
    public Gemm()
    {
        for (int index = 0; index < Numbers; index++)
        {
            _block.Start[index] = (index * 3 % 11) - 5;
            _block.Start[Numbers + index] = (index * 7 % 11) - 5;
        }
    }

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>The sum over the product of the latest run; all numbers in it are whole, so that it is the same on every processor.</summary>
    public double Checksum
    {
        get
        {
            double sum = 0;
            for (int index = 0; index < Numbers; index++)
            {
                sum += _block.Start[(2 * Numbers) + index] * ((index % 5) + 1);
            }

            GC.KeepAlive(this);
            return sum;
        }
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        int width = Vector<float>.Count;
        float* left = _block.Start;
        float* right = left + Numbers;
        float* product = right + Numbers;
        for (int row = 0; row < Size; row++)
        {
            float* target = product + (row * Size);
            for (int column = 0; column < Size; column += width)
            {
                Vector<float> sum = Vector<float>.Zero;
                for (int inner = 0; inner < Size; inner++)
                {
                    Vector<float> factor = new(left[(row * Size) + inner]);
                    sum += factor * Unsafe.Read<Vector<float>>(right + (inner * Size) + column);
                }

                Unsafe.Write(target + column, sum);
            }
        }

        // Pointers keep no memory.
        GC.KeepAlive(this);
    }
}
