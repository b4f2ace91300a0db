namespace Perf.Builds;

/// <summary>What is kept at most.</summary>
/// <param name="MostBuilds">The number of builds.</param>
/// <param name="MostBytes">What their distinct contents take, bytes; one build alone may take more.</param>
internal sealed record BuildLimits(int MostBuilds, long MostBytes)
{
    /// <summary>
    /// Ten builds are the bases of the branches that somebody works on, and the steps of a bisection of a thousand commits; 4 GiB
    /// are eight builds of half a gigabyte that share nothing, and leave room on the 14 GB of a hosted runner.
    /// </summary>
    public static readonly BuildLimits Usual = new(10, 4L << 30);
}
