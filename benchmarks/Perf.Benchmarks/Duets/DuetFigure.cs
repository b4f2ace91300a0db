using System.Globalization;
using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Duets;

/// <summary>What a record comes to.</summary>
/// <param name="MeasuredAt">When it was told.</param>
/// <param name="Levels">A row a level of extra work.</param>
/// <param name="Noise">Unchanged code with and without a hog, and as the first test of a process.</param>
/// <param name="Subjects">A row a subject, of unchanged code.</param>
/// <param name="Promises">What is promised of them.</param>
internal sealed record DuetFigure(
    DateTimeOffset MeasuredAt,
    IReadOnlyList<VerdictRow> Levels,
    IReadOnlyList<VerdictRow> Noise,
    IReadOnlyList<VerdictRow> Subjects,
    IReadOnlyList<FigurePromise> Promises)
{
    private const double Percent = 100;

    /// <summary>The figure of a record.</summary>
    public static DuetFigure Of(IReadOnlyList<SubjectVerdict> verdicts)
    {
        SubjectVerdict[] unchanged = At(verdicts, 0);
        IReadOnlyList<VerdictRow> subjects = VerdictRow.BySubject(unchanged);
        return new DuetFigure(
            TimeProvider.System.GetUtcNow(),
            VerdictRow.ByLevel(verdicts),
            VerdictRow.ByNoise(unchanged),
            subjects,
            [
                new FigurePromise($"red of {unchanged.Length} verdicts on unchanged code", Red(unchanged), 0, ""),
                new FigurePromise("red at 5 %", Red(At(verdicts, 5)), 0, ""),
                new FigurePromise("red at 8 %", Red(At(verdicts, 8)), 1, ""),
                new FigurePromise("not red at 15 %", NotRedPercent(At(verdicts, 15)), 10, "%"),
                new FigurePromise(
                    "not red from 20 % on", NotRedPercent([.. At(verdicts, 20), .. At(verdicts, 50)]), 0, "%"),
                .. subjects.Select(subject => new FigurePromise(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"mean ratio of unchanged {subject.Of} from 1 (± {subject.MeanRatioErrorPercent:0.00} %)"),
                    Percent * Math.Abs(subject.MeanRatio - 1),
                    0.5,
                    "%")),
            ]);
    }

    private static SubjectVerdict[] At(IReadOnlyList<SubjectVerdict> verdicts, int level) =>
        [.. verdicts.Where(verdict => verdict.ExtraWorkPercent == level)];

    private static int Red(IEnumerable<SubjectVerdict> verdicts) => verdicts.Count(verdict => verdict.IsRegressed);

    private static double NotRedPercent(IReadOnlyCollection<SubjectVerdict> verdicts) =>
        verdicts.Count == 0 ? Percent : Percent * (verdicts.Count - Red(verdicts)) / verdicts.Count;
}
