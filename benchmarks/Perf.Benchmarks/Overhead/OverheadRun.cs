using Perf.Benchmarks.NUnitRuns;

namespace Perf.Benchmarks.Overhead;

/// <summary>Runs the fixture by NUnit itself and collects its rounds.</summary>
internal static class OverheadRun
{
    private static readonly List<OverheadRounds> Collected = [];

    /// <summary>How many rounds each body gets.</summary>
    public static int Rounds { get; private set; }

    public static IReadOnlyList<OverheadRounds> Of(int rounds)
    {
        Rounds = rounds;
        Collected.Clear();
        NUnitRun.Of(typeof(OverheadFixture));
        return Collected;
    }

    public static void Add(OverheadRounds rounds) => Collected.Add(rounds);
}
