namespace Perf.Benchmarks.Overhead;

/// <summary>The rounds of one body.</summary>
/// <param name="What">The body and how it was called.</param>
/// <param name="IsPromised">
/// Whether the gain in time can be told: the noise of a body of a millisecond is a thousand times the gain.
/// </param>
/// <param name="Nanoseconds">Of one iteration, one value a round, by contender.</param>
/// <param name="Bytes">Of one iteration, one value a round, by contender.</param>
internal sealed record OverheadRounds(
    string What,
    bool IsPromised,
    IReadOnlyDictionary<string, List<double>> Nanoseconds,
    IReadOnlyDictionary<string, List<double>> Bytes)
{
    public static OverheadRounds Empty(string what, bool isPromised) => new(what, isPromised, Lists(), Lists());

    private static Dictionary<string, List<double>> Lists() => new()
    {
        [Contenders.Bare] = [],
        [Contenders.Ours] = [],
        [Contenders.NUnit] = [],
    };
}
