namespace Perf.Benchmarks.Subjects;

/// <summary>What one process of the figure does.</summary>
/// <param name="ExtraWorkPercent">How much more the head does than the base.</param>
/// <param name="IsBesideHog">Whether one core is kept busy meanwhile.</param>
/// <param name="Subjects">The tests; none for all of them.</param>
internal sealed record SubjectRound(int ExtraWorkPercent, bool IsBesideHog, IReadOnlyList<string> Subjects)
{
    /// <summary>The next round: of the level that is furthest behind, half of them beside a hog.</summary>
    /// <param name="enough">How many verdicts tell enough, by percent of extra work.</param>
    /// <param name="seen">The verdicts of all sittings.</param>
    /// <param name="withHog">Whether there is a hog at all.</param>
    public static SubjectRound Next(
        IReadOnlyDictionary<int, double> enough, IReadOnlyList<SubjectVerdict> seen, bool withHog)
    {
        int level = enough.Keys.MinBy(level => seen.Count(verdict => verdict.ExtraWorkPercent == level) / enough[level]);

        // Few enough that each is the first of a process now and then, and has other neighbours each time.
        string[] some = [.. Subject.All.Select(subject => subject.Test)];
        Random.Shared.Shuffle(some);
        int most = (some.Length + 1) / 2;
        return new SubjectRound(
            level, withHog && Random.Shared.Next(2) == 0, [.. some.Take(Random.Shared.Next(1, most + 1))]);
    }

    /// <inheritdoc />
    public override string ToString() =>
        (ExtraWorkPercent == 0 ? "unchanged" : $"{ExtraWorkPercent} % more work")
        + (IsBesideHog ? ", beside a hog: " : ": ")
        + (Subjects.Count == 0 ? "all" : string.Join(", ", Subjects));
}
