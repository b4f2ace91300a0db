using MathNet.Numerics.Statistics;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Duets;

/// <summary>Makes the figure of a record.</summary>
internal static class DuetFigure
{
    private const double Percent = 100;

    public static Figure Of(IReadOnlyList<DuetVerdict> verdicts)
    {
        List<FigureRow> rows = [];
        foreach (IGrouping<int, DuetVerdict> level in verdicts.GroupBy(verdict => verdict.ExtraWorkPercent).OrderBy(level => level.Key))
        {
            string what = level.Key == 0 ? "unchanged" : $"{level.Key} % more work";
            rows.Add(Share(what, "Regressed", level));
            rows.Add(Share(what, "Inconclusive", level));
            rows.Add(Share(what, "Error", level));
            rows.Add(FigureRow.Of(what, "launches, mean", "", [level.Average(verdict => verdict.Launches)]));
            rows.Add(FigureRow.Of(what, "whole", "s", [.. level.Select(verdict => verdict.Seconds)]));
            rows.Add(FigureRow.Of(what, "whole, 95 %", "s", [level.Select(verdict => verdict.Seconds).Percentile(95)]));
            rows.Add(FigureRow.Of(what, "without warm-up", "s", [.. level.Select(verdict => verdict.Seconds - verdict.WarmUpSeconds)]));
        }

        DuetVerdict[] unchanged = [.. verdicts.Where(verdict => verdict.ExtraWorkPercent == 0)];
        IGrouping<string, DuetVerdict>[] subjects = [.. unchanged.GroupBy(verdict => verdict.Subject).OrderBy(subject => subject.Key, StringComparer.Ordinal)];
        foreach (IGrouping<string, DuetVerdict> subject in subjects)
        {
            double[] ratios = [.. subject.Select(verdict => verdict.Ratio).OfType<double>()];
            rows.Add(FigureRow.Of($"unchanged: {subject.Key}", "ratio", "", ratios));
            rows.Add(FigureRow.Of($"unchanged: {subject.Key}", "ratio, mean", "", [ratios.Mean()]));
            rows.Add(FigureRow.Of($"unchanged: {subject.Key}", "judged by wall", "%", [Percent * subject.Average(verdict => verdict.IsInWall ? 1 : 0)]));
        }

        return Figure.Of(
            "duet",
            rows,
            new FigurePromise($"false alarms of {unchanged.Length} verdicts", Red(unchanged), 0, ""),
            new FigurePromise("red at 5 %", Red(At(verdicts, 5)), 0, ""),
            new FigurePromise("red at 8 %", Red(At(verdicts, 8)), 1, ""),
            new FigurePromise("missed at 15 %", MissedPercent(At(verdicts, 15)), 10, "%"),
            new FigurePromise("missed from 20 % on", MissedPercent([.. At(verdicts, 20), .. At(verdicts, 50)]), 0, "%"),
            new FigurePromise(
                "largest bias of a subject",
                subjects.Select(subject => Percent * Math.Abs(subject.Select(verdict => verdict.Ratio).OfType<double>().Mean() - 1)).DefaultIfEmpty().Max(),
                0.5,
                "%"));
    }

    private static DuetVerdict[] At(IReadOnlyList<DuetVerdict> verdicts, int level) =>
        [.. verdicts.Where(verdict => verdict.ExtraWorkPercent == level)];

    private static int Red(IReadOnlyCollection<DuetVerdict> verdicts) => verdicts.Count(verdict => verdict.Verdict == "Regressed");

    private static double MissedPercent(IReadOnlyCollection<DuetVerdict> verdicts) =>
        verdicts.Count == 0 ? Percent : Percent * (verdicts.Count - Red(verdicts)) / verdicts.Count;

    private static FigureRow Share(string what, string verdict, IEnumerable<DuetVerdict> level) => FigureRow.Of(
        what, verdict, "%", [Percent * level.Average(one => one.Verdict.StartsWith(verdict, StringComparison.Ordinal) ? 1 : 0)]) with
    {
        Rounds = level.Count(),
    };
}
