namespace Perf.Benchmarks.Rivals;

/// <summary>What every rule gates in its turn.</summary>
/// <param name="ExtraWorkPercent">How much more the head does than the base.</param>
/// <param name="IsBesideHog">Whether one core is kept busy meanwhile.</param>
internal sealed record RivalRound(int ExtraWorkPercent, bool IsBesideHog)
{
    /// <summary>The tests that are gated.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["Allocating", "Json", "Yaml"];

    /// <summary>Percent of extra work.</summary>
    public static IReadOnlyList<int> Levels { get; } = [0, 20];

    /// <summary>The next round: what has the fewest of our verdicts yet.</summary>
    /// <param name="seen">The verdicts of all sittings.</param>
    public static RivalRound Next(IReadOnlyList<RivalVerdict> seen) => Levels
        .SelectMany(level => new[] { new RivalRound(level, false), new RivalRound(level, true) })
        .MinBy(round => seen.Count(verdict => verdict.Rule == DuetRival.Rule && round.Has(verdict)))!;

    /// <summary>Whether a verdict is one of such a round.</summary>
    public bool Has(RivalVerdict verdict) =>
        verdict.ExtraWorkPercent == ExtraWorkPercent && verdict.IsBesideHog == IsBesideHog;
}
