using System.Numerics;
using System.Runtime.InteropServices;
using Receipts.Images;

namespace Receipts.PostProcessing;

/// <summary>A rectangle at any angle, in pixels.</summary>
/// <param name="CentreX">Its centre, across.</param>
/// <param name="CentreY">Its centre, down.</param>
/// <param name="DirectionX">Across part of the unit vector along its first side.</param>
/// <param name="DirectionY">Down part of it.</param>
/// <param name="Length">Its first side.</param>
/// <param name="Breadth">Its other side.</param>
internal readonly record struct RotatedRectangle(
    double CentreX, double CentreY, double DirectionX, double DirectionY, double Length, double Breadth)
{
    /// <summary>The shorter side.</summary>
    public double LeastSide => Math.Min(Length, Breadth);

    /// <summary>
    /// Finds the smallest rectangle around a hull: one of its sides lies on a side of the hull (Freeman and Shapira,
    /// 1975).
    /// </summary>
    /// <param name="hull">Corners of a convex hull in order, at least one.</param>
    public static RotatedRectangle Around(List<Pixel> hull)
    {
        ReadOnlySpan<Pixel> corners = CollectionsMarshal.AsSpan(hull);
        RotatedRectangle smallest = Along(corners, corners[^1], corners[0]);
        for (int index = 1; index < corners.Length; index++)
        {
            RotatedRectangle other = Along(corners, corners[index - 1], corners[index]);
            if (other.Length * other.Breadth < smallest.Length * smallest.Breadth)
            {
                smallest = other;
            }
        }

        return smallest;
    }

    /// <summary>The rectangle grown by so many pixels on every side.</summary>
    public RotatedRectangle Grown(double pixels) =>
        this with { Length = Length + (2 * pixels), Breadth = Breadth + (2 * pixels) };

    /// <summary>The corners, clockwise as seen on the image, the one nearest to the image's top left first.</summary>
    public Quadrilateral ToQuadrilateral()
    {
        var centre = new Vector2((float)CentreX, (float)CentreY);
        Vector2 along = new Vector2((float)DirectionX, (float)DirectionY) * (float)(Length / 2);
        Vector2 across = new Vector2((float)-DirectionY, (float)DirectionX) * (float)(Breadth / 2);
        var corners = new Quadrilateral(
            centre - along - across, centre + along - across, centre + along + across, centre - along + across);
        int first = 0;
        for (int index = 1; index < Quadrilateral.Corners; index++)
        {
            first = corners[index].X + corners[index].Y < corners[first].X + corners[first].Y ? index : first;
        }

        return new Quadrilateral(
            corners[first], corners[(first + 1) % 4], corners[(first + 2) % 4], corners[(first + 3) % 4]);
    }

    private static RotatedRectangle Along(ReadOnlySpan<Pixel> corners, Pixel from, Pixel to)
    {
        double length = Math.Sqrt(Square(to.X - from.X) + Square(to.Y - from.Y));
        (double x, double y) = length == 0 ? (1, 0) : ((to.X - from.X) / length, (to.Y - from.Y) / length);
        (double leastAlong, double mostAlong) = (double.MaxValue, double.MinValue);
        (double leastAcross, double mostAcross) = (double.MaxValue, double.MinValue);
        foreach (Pixel corner in corners)
        {
            double along = (corner.X * x) + (corner.Y * y);
            double across = (corner.Y * x) - (corner.X * y);
            (leastAlong, mostAlong) = (Math.Min(leastAlong, along), Math.Max(mostAlong, along));
            (leastAcross, mostAcross) = (Math.Min(leastAcross, across), Math.Max(mostAcross, across));
        }

        double middleAlong = (leastAlong + mostAlong) / 2;
        double middleAcross = (leastAcross + mostAcross) / 2;
        return new RotatedRectangle(
            (middleAlong * x) - (middleAcross * y),
            (middleAlong * y) + (middleAcross * x),
            x,
            y,
            mostAlong - leastAlong,
            mostAcross - leastAcross);
    }

    private static double Square(double value) => value * value;
}
