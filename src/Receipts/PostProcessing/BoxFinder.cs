using System.Numerics;
using Receipts.Model;

namespace Receipts.PostProcessing;

/// <summary>
/// Makes boxes of a probability map: regions above the threshold, the smallest rectangle around each, its score, and
/// its growth
/// to the whole line. Once its buffers have grown to the size of the maps it allocates nothing; not thread-safe.
/// </summary>
/// <param name="options">The thresholds, or null for the published ones.</param>
public sealed class BoxFinder(PostProcessingOptions? options = null)
{
    // A grown box must be wider than a dropped one by this much, as in PaddleOCR's DBPostProcess.
    private const double GrownMargin = 2;

    private readonly PostProcessingOptions _options = options ?? new PostProcessingOptions();
    private readonly RegionSearch _search = new();
    private readonly List<Pixel> _outline = [];
    private readonly List<Pixel> _hull = [];

    /// <summary>Finds the boxes of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="boxes">Where boxes are added, in pixels of the map.</param>
    public void Find(ProbabilityMap map, List<DetectedBox> boxes) => Find(map, Vector2.One, boxes);

    /// <summary>Finds the boxes of a map and scales them.</summary>
    /// <param name="map">The map.</param>
    /// <param name="scale">What to multiply pixels of the map by, across and down.</param>
    /// <param name="boxes">Where boxes are added.</param>
    /// <exception cref="ArgumentException">The map has not as many values as its sides say.</exception>
    public void Find(ProbabilityMap map, Vector2 scale, List<DetectedBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(boxes);
        if (map.Values.Length != map.Width * map.Height)
        {
            throw new ArgumentException(
                $"A map of {map.Width} × {map.Height} has {map.Width * map.Height} values, not {map.Values.Length}.",
                nameof(map));
        }

        _search.Begin(map, _options.Threshold);
        while (_search.TryNext(out Region region))
        {
            if (BoxOf(region, map) is { } box)
            {
                boxes.Add(box with { Corners = box.Corners.Scaled(scale) });
            }
        }
    }

    private DetectedBox? BoxOf(Region region, ProbabilityMap map)
    {
        region.Outline(_outline);
        ConvexHull.Find(_outline, _hull);
        RotatedRectangle core = RotatedRectangle.Around(_hull);
        if (core.LeastSide < _options.LeastSide)
        {
            return null;
        }

        double score = MeanProbability.Within(map, core.ToQuadrilateral());
        if (score < _options.BoxThreshold)
        {
            return null;
        }

        double growth = core.Length * core.Breadth * _options.UnclipRatio / (2 * (core.Length + core.Breadth));
        RotatedRectangle whole = core.Grown(growth);
        return whole.LeastSide < _options.LeastSide + GrownMargin
            ? null
            : new DetectedBox(whole.ToQuadrilateral(), score);
    }
}
