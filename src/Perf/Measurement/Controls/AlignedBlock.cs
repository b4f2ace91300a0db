namespace Perf.Measurement.Controls;

/// <summary>
/// Numbers that the collector never moves and that begin at a page: where an array happens to lie is worth 25 % of what a
/// control of arrays takes, and differs from process to process.
/// </summary>
/// <typeparam name="T">The type of a number.</typeparam>
internal sealed unsafe class AlignedBlock<T>
    where T : unmanaged
{
    private const int PageBytes = 4096;

    // Keeps the memory alive.
    private readonly T[] _array;

    /// <param name="length">How many numbers there are, all 0.</param>
    public AlignedBlock(int length)
    {
        _array = GC.AllocateArray<T>(length + (PageBytes / sizeof(T)), pinned: true);
        nint start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _array[0]);
        Start = (T*)((start + PageBytes - 1) & ~(nint)(PageBytes - 1));
        Length = length;
    }

    /// <summary>The first number.</summary>
    public T* Start { get; }

    /// <summary>How many there are.</summary>
    public int Length { get; }
}
