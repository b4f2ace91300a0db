using System.Globalization;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Duets;

/// <summary>What a record comes to.</summary>
/// <param name="MeasuredAt">When it was told.</param>
/// <param name="Levels">A row a level of extra work.</param>
/// <param name="Noise">Unchanged code with and without a hog, and as the first test of a process.</param>
/// <param name="Subjects">A row a subject, of unchanged code.</param>
/// <param name="Promises">What is promised of them.</param>
internal sealed record DuetFigure(
    DateTimeOffset MeasuredAt,
    IReadOnlyList<DuetRow> Levels,
    IReadOnlyList<DuetRow> Noise,
    IReadOnlyList<DuetRow> Subjects,
    IReadOnlyList<FigurePromise> Promises)
{
    private const double Percent = 100;

    /// <summary>The figure of a record.</summary>
    public static DuetFigure Of(IReadOnlyList<DuetVerdict> verdicts)
    {
        DuetRow[] levels = Rows(
            verdicts.OrderBy(verdict => verdict.ExtraWorkPercent),
            verdict => verdict.ExtraWorkPercent == 0 ? "unchanged" : $"{verdict.ExtraWorkPercent} % more");
        DuetVerdict[] unchanged = At(verdicts, 0);
        DuetRow[] subjects = Rows(
            unchanged.OrderBy(verdict => verdict.Subject, StringComparer.Ordinal), verdict => verdict.Subject);
        return new DuetFigure(
            TimeProvider.System.GetUtcNow(),
            levels,
            [
                .. Rows(
                    unchanged.OrderBy(verdict => verdict.IsBesideHog),
                    verdict => verdict.IsBesideHog ? "beside a hog" : "natural load"),
                .. Rows(
                    unchanged.OrderByDescending(verdict => verdict.IsFirst),
                    verdict => verdict.IsFirst ? "first test of its process" : "a further test"),
            ],
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

    private static DuetRow[] Rows(IEnumerable<DuetVerdict> verdicts, Func<DuetVerdict, string> by) =>
        [.. verdicts.GroupBy(by).Select(group => DuetRow.From(group.Key, [.. group]))];

    private static DuetVerdict[] At(IReadOnlyList<DuetVerdict> verdicts, int level) =>
        [.. verdicts.Where(verdict => verdict.ExtraWorkPercent == level)];

    private static int Red(IEnumerable<DuetVerdict> verdicts) => verdicts.Count(verdict => verdict.IsRegressed);

    private static double NotRedPercent(IReadOnlyCollection<DuetVerdict> verdicts) =>
        verdicts.Count == 0 ? Percent : Percent * (verdicts.Count - Red(verdicts)) / verdicts.Count;
}
