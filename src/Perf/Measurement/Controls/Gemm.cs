using System.Numerics;
using System.Runtime.CompilerServices;

namespace Perf.Measurement.Controls;

/// <summary>The product of two matrices of single-precision numbers that fit the cache: vectors, additions and multiplications.</summary>
public sealed class Gemm : IControl
{
    // Three matrices of 64 KiB; a multiple of every width that a vector may have.
    private const int Size = 128;

    private readonly float[] _left = Fill(3);
    private readonly float[] _right = Fill(7);
    private readonly float[] _product = new float[Size * Size];

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>The sum over the product of the latest run; all numbers in it are whole, so that it is the same on every processor.</summary>
    public double Checksum => _product.Sum(number => (double)number);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public unsafe void Run()
    {
        int width = Vector<float>.Count;
        fixed (float* left = _left, right = _right, product = _product)
        {
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
        }
    }

    private static float[] Fill(int factor) => [.. Enumerable.Range(0, Size * Size).Select(index => (float)(index * factor % 11) - 5)];
}
