using System.Runtime.InteropServices;

namespace Receipts.PostProcessing;

/// <summary>
/// One connected region of pixels, kept as the first and last pixel of each row: nothing else of it can be a corner of
/// its hull.
/// Its buffers are used again for the next region.
/// </summary>
internal sealed class Region
{
    private int[] _first = [];
    private int[] _last = [];

    /// <summary>The topmost row.</summary>
    public int Top { get; private set; }

    /// <summary>The lowest row, itself included; less than <see cref="Top"/> while the region is empty.</summary>
    public int Bottom { get; private set; } = -1;

    /// <summary>Begins a new region in a map of so many rows.</summary>
    public void Clear(int rows)
    {
        if (_first.Length < rows)
        {
            _first = new int[rows];
            _last = new int[rows];
        }

        (Top, Bottom) = (0, -1);
    }

    /// <summary>Adds a pixel; it must touch what is there already, so that no row is left out.</summary>
    public void Add(int row, int column)
    {
        if (row < Top || row > Bottom)
        {
            (Top, Bottom) = Bottom < Top ? (row, row) : (Math.Min(Top, row), Math.Max(Bottom, row));
            (_first[row], _last[row]) = (column, column);
            return;
        }

        _first[row] = Math.Min(_first[row], column);
        _last[row] = Math.Max(_last[row], column);
    }

    /// <summary>Lists the outermost pixels, row by row from the top, in each from left to right.</summary>
    /// <param name="points">Cleared and filled.</param>
    public void Outline(List<Pixel> points)
    {
        points.Clear();
        points.EnsureCapacity(2 * (Bottom - Top + 1));
        for (int row = Top; row <= Bottom; row++)
        {
            points.Add(new Pixel(_first[row], row));
            if (_last[row] != _first[row])
            {
                points.Add(new Pixel(_last[row], row));
            }
        }
    }
}

/// <summary>The place of a pixel.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Pixel(int X, int Y);
