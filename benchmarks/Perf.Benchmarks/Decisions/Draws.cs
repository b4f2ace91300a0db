namespace Perf.Benchmarks.Decisions;

/// <summary>Which processes a replay takes, and in which order.</summary>
internal static class Draws
{
    /// <summary>Draws without replacement: every order there is where those are few, otherwise orders of chance.</summary>
    /// <param name="processes">How many processes there are.</param>
    /// <param name="taken">How many of them a replay takes; all where there are fewer.</param>
    /// <param name="most">At most so many replays.</param>
    /// <param name="seed">The same seed gives the same draws.</param>
    /// <returns>The indices of a replay's processes, one list a replay.</returns>
    public static IReadOnlyList<int[]> Of(int processes, int taken, int most, int seed)
    {
        int length = Math.Min(processes, taken);
        double orders = Enumerable.Range(0, length).Aggregate(1.0, (product, index) => product * (processes - index));
        return orders <= most ? [.. Every(processes, length)] : ByChance(processes, length, most, new Random(seed));
    }

    private static IEnumerable<int[]> Every(int processes, int length) => length == 0
        ? [[]]
        : from order in Every(processes, length - 1)
          from next in Enumerable.Range(0, processes)
          where !order.Contains(next)
          select (int[])[.. order, next];

    private static int[][] ByChance(int processes, int length, int replays, Random random)
    {
        int[] all = [.. Enumerable.Range(0, processes)];
        int[][] draws = new int[replays][];
        for (int replay = 0; replay < replays; replay++)
        {
            random.Shuffle(all);
            draws[replay] = all[..length];
        }

        return draws;
    }
}
