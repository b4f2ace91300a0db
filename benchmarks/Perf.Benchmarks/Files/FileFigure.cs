using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Files;

/// <summary>What a record comes to.</summary>
/// <param name="MeasuredAt">When it was told.</param>
/// <param name="Against">Whether duets settled doubts.</param>
/// <param name="Recordings">How many recordings of the baseline were judged against.</param>
/// <param name="Levels">A row a level of extra work.</param>
/// <param name="Noise">Unchanged code with and without a hog, and as the first test of a process.</param>
/// <param name="Unchanged">A row a subject, of unchanged code.</param>
/// <param name="Threads">Code that does 20 % more, on one thread and on others.</param>
/// <param name="Changed">A row a subject, of code that does 20 % more.</param>
/// <param name="Promises">What is promised of them.</param>
internal sealed record FileFigure(
    DateTimeOffset MeasuredAt,
    Reference Against,
    int Recordings,
    IReadOnlyList<VerdictRow> Levels,
    IReadOnlyList<VerdictRow> Noise,
    IReadOnlyList<VerdictRow> Unchanged,
    IReadOnlyList<VerdictRow> Threads,
    IReadOnlyList<VerdictRow> Changed,
    IReadOnlyList<FigurePromise> Promises)
{
    private const int Plain = 20;

    /// <summary>The figure of a record.</summary>
    public static FileFigure Of(Reference against, IReadOnlyList<SubjectVerdict> verdicts)
    {
        SubjectVerdict[] unchanged = [.. verdicts.Where(verdict => verdict.ExtraWorkPercent == 0)];
        SubjectVerdict[] changed = [.. verdicts.Where(verdict => verdict.ExtraWorkPercent == Plain)];
        return new FileFigure(
            TimeProvider.System.GetUtcNow(),
            against,
            verdicts.Select(verdict => verdict.RecordedAt).Distinct().Count(),
            VerdictRow.ByLevel(verdicts),
            VerdictRow.ByNoise(unchanged),
            VerdictRow.BySubject(unchanged),
            VerdictRow.By(
                changed.OrderByDescending(IsSingleThreaded),
                verdict => IsSingleThreaded(verdict) ? "all on one thread" : "on other threads too"),
            VerdictRow.BySubject(changed),
            [
                new FigurePromise(
                    $"red of {unchanged.Length} verdicts on unchanged code",
                    unchanged.Count(verdict => verdict.IsRegressed),
                    0,
                    ""),
                new FigurePromise(
                    $"passed of {changed.Length} verdicts at {Plain} %", changed.Count(verdict => verdict.IsPass), 0, ""),
            ]);
    }

    private static bool IsSingleThreaded(SubjectVerdict verdict) => Subject.Of(verdict.Subject).IsSingleThreaded;
}
