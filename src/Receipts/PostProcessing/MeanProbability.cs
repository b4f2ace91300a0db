using System.Numerics;
using Receipts.Images;
using Receipts.Model;

namespace Receipts.PostProcessing;

/// <summary>The mean of a probability map within a polygon.</summary>
internal static class MeanProbability
{
    /// <summary>Takes the mean within a quadrilateral; 0 where it lies outside of the map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="area">A convex quadrilateral in pixels of the map.</param>
    public static double Within(ProbabilityMap map, in Quadrilateral area) =>
        Within(map, [area.First, area.Second, area.Third, area.Fourth]);

    /// <summary>
    /// Takes the mean over the pixels between the edges, row by row; 0 where the polygon lies outside of the map.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="area">The corners of a convex polygon in order, in pixels of the map.</param>
    public static double Within(ProbabilityMap map, ReadOnlySpan<Vector2> area)
    {
        (int top, int bottom) = RowsOf(area, map.Height);
        double sum = 0;
        long count = 0;
        for (int row = top; row <= bottom; row++)
        {
            (float left, float right) = Crossing(area, row);
            int first = Math.Max(0, (int)left);
            int last = Math.Min(map.Width - 1, (int)right);
            if (left > right || last < first)
            {
                continue;
            }

            ReadOnlySpan<float> pixels = map.Values.AsSpan((row * map.Width) + first, last - first + 1);
            foreach (float pixel in pixels)
            {
                sum += pixel;
            }

            count += pixels.Length;
        }

        return count == 0 ? 0 : sum / count;
    }

    private static (int Top, int Bottom) RowsOf(ReadOnlySpan<Vector2> area, int height)
    {
        (float top, float bottom) = (float.MaxValue, float.MinValue);
        foreach (Vector2 corner in area)
        {
            (top, bottom) = (Math.Min(top, corner.Y), Math.Max(bottom, corner.Y));
        }

        return (Math.Max(0, (int)MathF.Floor(top)), Math.Min(height - 1, (int)MathF.Ceiling(bottom)));
    }

    /// <summary>
    /// Where a row enters and leaves the area; the first is greater than the second where it never does.
    /// </summary>
    private static (float Left, float Right) Crossing(ReadOnlySpan<Vector2> area, int row)
    {
        (float left, float right) = (float.MaxValue, float.MinValue);
        for (int index = 0; index < area.Length; index++)
        {
            Vector2 from = area[index];
            Vector2 to = area[(index + 1) % area.Length];
            if (from.Y == to.Y)
            {
                if ((int)from.Y == row)
                {
                    left = Math.Min(left, Math.Min(from.X, to.X));
                    right = Math.Max(right, Math.Max(from.X, to.X));
                }

                continue;
            }

            float share = (row - from.Y) / (to.Y - from.Y);
            if (share is >= 0 and <= 1)
            {
                float x = from.X + (share * (to.X - from.X));
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
            }
        }

        return (left, right);
    }
}
