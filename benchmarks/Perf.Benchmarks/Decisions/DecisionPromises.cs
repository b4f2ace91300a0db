using System.Globalization;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Decisions;

/// <summary>What is to be reached.</summary>
internal static class DecisionPromises
{
    private static readonly string[] SubjectsOfTheFile = ["managed", "conv1"];

    /// <summary>The promises about what was recorded, with a limit of 10 % and a tolerance of 2 %.</summary>
    /// <param name="file">The answer of the file rule.</param>
    /// <param name="launches">The answer of the duet on launches of a live suite.</param>
    public static IReadOnlyList<FigurePromise> Of(DecisionQuestion file, DecisionQuestion launches) =>
    [
        .. file.Rows.Where(row => SubjectsOfTheFile.Contains(row.Of)).SelectMany(row => (FigurePromise[])
        [
            Red($"file, {row.Of}", row, 1, 0),
            Red($"file, {row.Of}", row, 1.05, 0),
            NotRed($"file, {row.Of}", row, 1.2, 1),
        ]),
        .. launches.Rows.TakeLast(1).SelectMany(row => (FigurePromise[])
        [
            Red("duet, launches", row, 1, 0),
            Red("duet, launches", row, 1.05, 0.1),
            NotRed("duet, launches", row, 1.15, 5),
            NotRed("duet, launches", row, 1.2, 0.5),
        ]),
    ];

    private static FigurePromise Red(string who, DecisionRow row, double ratio, double most) =>
        new($"{who}: red at {Fixed(ratio)}", row.At(ratio)!.RegressedPercent, most, "%");

    private static FigurePromise NotRed(string who, DecisionRow row, double ratio, double most) =>
        new($"{who}: not red at {Fixed(ratio)}", 100 - row.At(ratio)!.RegressedPercent, most, "%");

    private static string Fixed(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
