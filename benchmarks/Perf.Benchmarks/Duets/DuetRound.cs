namespace Perf.Benchmarks.Duets;

/// <summary>What one process of the figure does.</summary>
/// <param name="ExtraWorkPercent">How much more the head does than the base.</param>
/// <param name="IsBesideHog">Whether one core is kept busy meanwhile.</param>
/// <param name="Subjects">The tests; none for all of them.</param>
internal sealed record DuetRound(int ExtraWorkPercent, bool IsBesideHog, IReadOnlyList<string> Subjects)
{
    // Verdicts that tell enough: of unchanged code by far the most, since a false alarm is what must not be.
    private const double EnoughUnchanged = 300;
    private const double EnoughOfALevel = 24;

    /// <summary>Percent of extra work.</summary>
    public static IReadOnlyList<int> Levels { get; } = [0, 5, 8, 12, 15, 20, 50];

    /// <summary>The next round: of the level that is furthest behind, half of them beside a hog.</summary>
    /// <param name="seen">The verdicts of all sittings.</param>
    /// <param name="withHog">Whether there is a hog at all.</param>
    /// <param name="subjects">The tests that the sitting has met so far.</param>
    public static DuetRound Next(
        IReadOnlyList<DuetVerdict> seen, bool withHog, IReadOnlyCollection<string> subjects)
    {
        int level = Levels.MinBy(level => seen.Count(verdict => verdict.ExtraWorkPercent == level)
            / (level == 0 ? EnoughUnchanged : EnoughOfALevel));

        // About half of them, so that each is the first of a process now and then, and has other neighbours each time.
        string[] some = [.. subjects];
        Random.Shared.Shuffle(some);
        return new DuetRound(level, withHog && Random.Shared.Next(2) == 0, [.. some.Take((some.Length + 1) / 2)]);
    }

    /// <inheritdoc />
    public override string ToString() =>
        (ExtraWorkPercent == 0 ? "unchanged" : $"{ExtraWorkPercent} % more work")
        + (IsBesideHog ? ", beside a hog: " : ": ")
        + (Subjects.Count == 0 ? "all" : string.Join(", ", Subjects));
}
