namespace Perf.Builds;

/// <summary>What is kept at most.</summary>
/// <param name="MostBuilds">The number of builds.</param>
/// <param name="MostBytes">
/// Bytes of what the others hold beside the contents of the build that is used: one for CUDA alone may take more, and shares most with the next.
/// </param>
internal sealed record BuildLimits(int MostBuilds, long MostBytes)
{
    /// <summary>
    /// Ten builds are the bases of the branches that somebody works on, and the steps of a bisection of a thousand commits; 4 GiB
    /// are eight more builds of half a gigabyte that share nothing, and leave room on the 14 GB of a hosted runner.
    /// </summary>
    public static readonly BuildLimits Usual = new(10, 4L << 30);
}
