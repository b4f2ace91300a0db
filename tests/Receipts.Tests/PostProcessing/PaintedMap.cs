using System.Numerics;
using Receipts.Images;
using Receipts.Model;

namespace Receipts.Tests.PostProcessing;

/// <summary>A probability map painted by hand.</summary>
internal sealed class PaintedMap(int width, int height)
{
    private readonly float[] _values = new float[width * height];

    public ProbabilityMap Map => new(_values, height, width);

    /// <summary>Sets all pixels whose centres lie within a rectangle.</summary>
    public PaintedMap Rectangle(
        double centreX, double centreY, double length, double breadth, double degrees, float value = 0.9f)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double along = ((x - centreX) * cosine) + ((y - centreY) * sine);
                double across = ((y - centreY) * cosine) - ((x - centreX) * sine);
                if (Math.Abs(along) <= length / 2 && Math.Abs(across) <= breadth / 2)
                {
                    _values[(y * width) + x] = value;
                }
            }
        }

        return this;
    }

    /// <summary>The corners of the rectangle after it has grown as post-processing grows it.</summary>
    public static Quadrilateral Grown(
        double centreX, double centreY, double length, double breadth, double degrees, double ratio = 1.5)
    {
        double growth = length * breadth * ratio / (2 * (length + breadth));
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        var along = new Vector2((float)cosine, (float)sine) * (float)((length / 2) + growth);
        var across = new Vector2((float)-sine, (float)cosine) * (float)((breadth / 2) + growth);
        var centre = new Vector2((float)centreX, (float)centreY);
        return new Quadrilateral(
            centre - along - across, centre + along - across, centre + along + across, centre - along + across);
    }
}
