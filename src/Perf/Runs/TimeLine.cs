using Perf.Baselines;

namespace Perf.Runs;

/// <summary>Times over a launch, for a picture: of many an even choice, with what was set aside marked.</summary>
/// <param name="Seconds">Times in their order, per iteration, s.</param>
/// <param name="SetAside">The places among them of those that were not used, from 0.</param>
public sealed record TimeLine(IReadOnlyList<double> Seconds, IReadOnlyList<int> SetAside)
{
    /// <summary>How many times are kept at most.</summary>
    public const int MostTimes = 500;

    /// <summary>A line without times.</summary>
    public static TimeLine Empty { get; } = new([], []);

    /// <summary>Chooses from a launch.</summary>
    /// <param name="seconds">All times.</param>
    /// <param name="isUsed">Whether a time was used, by its place.</param>
    public static TimeLine Of(IReadOnlyList<double> seconds, Func<int, bool> isUsed)
    {
        int[] chosen = [.. Choice(seconds.Count)];
        return new TimeLine(
            [.. chosen.Select(place => SignificantDigits.Round(seconds[place]))],
            [.. chosen.Index().Where(entry => !isUsed(entry.Item)).Select(entry => entry.Index)]);
    }

    /// <summary>The places of an even choice of so many, all of them where they are few.</summary>
    internal static IEnumerable<int> Choice(int count) => count <= MostTimes
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, MostTimes).Select(step => (int)((long)step * count / MostTimes));
}
