namespace Perf.Thresholds.Promises;

/// <summary>Whether a change that is somewhat beyond a regression limit can be told from the spread of a baseline.</summary>
public static class TellableLimit
{
    // Beyond half as much again it is another promise than the one that is written.
    private const double MostOfLimit = 1.5;

    /// <summary>The least change that five launches tell, where that is another promise than the limit; null where it is not. All in percent.</summary>
    /// <param name="limit">The limit in force.</param>
    /// <param name="tolerance">The half-width of the zone around it.</param>
    /// <param name="resolution">How far above the lower edge of the zone a change must lie, <c>resolutionPercent</c> of the series.</param>
    public static double? CoarserThan(double limit, double tolerance, double resolution)
    {
        double told = Math.Max(limit, limit - tolerance + resolution);
        return told <= MostOfLimit * limit || told <= limit + tolerance ? null : told;
    }
}
