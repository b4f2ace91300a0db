namespace Perf.Benchmarks.Duets;

/// <summary>What one process of the figure does.</summary>
/// <param name="ExtraWorkPercent">How much more the head does than the base.</param>
/// <param name="IsBesideHog">Whether one core is kept busy meanwhile.</param>
/// <param name="Subjects">The tests; none for all of them.</param>
internal sealed record DuetRound(int ExtraWorkPercent, bool IsBesideHog, IReadOnlyList<string> Subjects)
{
    private static readonly int[] Levels = [0, 5, 8, 12, 15, 20, 50];

    /// <summary>The next round of a sitting.</summary>
    /// <param name="index">How many rounds there were in this sitting.</param>
    /// <param name="seen">The verdicts of all sittings.</param>
    /// <param name="withHog">Whether every other pair of rounds is beside a hog.</param>
    /// <param name="subjects">The tests that the sitting has met so far.</param>
    public static DuetRound Next(int index, IReadOnlyList<DuetVerdict> seen, bool withHog, IReadOnlyCollection<string> subjects)
    {
        // Unchanged code must be seen far more often than any other: that is where a false alarm would be.
        int level = index % 2 == 0
            ? 0
            : Levels.Skip(1).MinBy(level => seen.Count(verdict => verdict.ExtraWorkPercent == level));

        // About half of them, so that each is the first of a process now and then, and has other neighbours each time.
        string[] some = [.. subjects];
        Random.Shared.Shuffle(some);
        return new DuetRound(level, withHog && index % 4 >= 2, [.. some.Take((some.Length + 1) / 2)]);
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{(ExtraWorkPercent == 0 ? "unchanged" : $"{ExtraWorkPercent} % more work")}{(IsBesideHog ? ", beside a hog" : "")}: "
        + (Subjects.Count == 0 ? "all" : string.Join(", ", Subjects));
}
