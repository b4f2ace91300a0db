namespace Perf.Measurement;

/// <summary>Finds how often a body is called in a sample: a short one several times, so that the clock can see it.</summary>
public static class CallsPerSample
{
    /// <summary>A sample lasts at least this long, s.</summary>
    public const double ShortestSampleSeconds = 0.001;

    /// <summary>The median of nine samples: one of them may have waited for a neighbour.</summary>
    public const int CalibratingSamples = 9;

    private const int Most = 10_000_000;

    // A clock may be coarser than the body is short: what it cannot see is not called millions of times at once.
    private const int MostGrowth = 1000;

    /// <summary>
    /// A body that is no shorter than a sample is not called once more to find that out. For the others three rounds, since a
    /// body of nanoseconds is not even seen by the clock in the first.
    /// </summary>
    /// <param name="take">Takes a sample of so many calls and tells the seconds of one call.</param>
    /// <param name="warmUpSeconds">Seconds of single calls.</param>
    public static int Of(Func<int, double> take, double[] warmUpSeconds)
    {
        if (warmUpSeconds.Length == 0 || Median(warmUpSeconds) >= ShortestSampleSeconds)
        {
            return 1;
        }

        int calls = 1;
        for (int round = 0; round < 3; round++)
        {
            double seconds = Median([.. Enumerable.Range(0, CalibratingSamples).Select(_ => take(calls))]);
            double needed = Math.Min(Math.Ceiling(ShortestSampleSeconds / seconds), (double)calls * MostGrowth);
            calls = (int)Math.Clamp(needed, 1, Most);
        }

        return calls;
    }

    private static double Median(double[] seconds) => MathNet.Numerics.Statistics.Statistics.Median(seconds);
}
