using System.Numerics;

namespace Receipts.Images;

/// <summary>
/// Four corners in pixels, clockwise as seen on the image (y grows downwards); a line of text runs from first to
/// second.
/// </summary>
/// <param name="First">Where the text begins, at its top.</param>
/// <param name="Second">Where it ends, at its top.</param>
/// <param name="Third">Where it ends, at its foot.</param>
/// <param name="Fourth">Where it begins, at its foot.</param>
public readonly record struct Quadrilateral(Vector2 First, Vector2 Second, Vector2 Third, Vector2 Fourth)
{
    /// <summary>How many corners there are.</summary>
    public const int Corners = 4;

    /// <summary>One of the corners, 0 to 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such corner.</exception>
    public Vector2 this[int corner] => corner switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        3 => Fourth,
        _ => throw new ArgumentOutOfRangeException(nameof(corner), corner, "A quadrilateral has corners 0 to 3."),
    };

    /// <summary>The least coordinates, x and y apart.</summary>
    public Vector2 Least => Vector2.Min(Vector2.Min(First, Second), Vector2.Min(Third, Fourth));

    /// <summary>The greatest coordinates, x and y apart.</summary>
    public Vector2 Greatest => Vector2.Max(Vector2.Max(First, Second), Vector2.Max(Third, Fourth));

    /// <summary>An upright rectangle from its left, top, right and bottom edges in pixels.</summary>
    public static Quadrilateral Upright(float left, float top, float right, float bottom) =>
        new(new(left, top), new(right, top), new(right, bottom), new(left, bottom));

    /// <summary>The same corners with x and y multiplied by a factor each.</summary>
    public Quadrilateral Scaled(Vector2 factor) =>
        new(First * factor, Second * factor, Third * factor, Fourth * factor);
}
