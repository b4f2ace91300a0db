using System.CommandLine;
using MathNet.Numerics.Statistics;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Analyzer;

/// <summary>What the analyzer costs in a build and after an edit, beside NUnit's own.</summary>
internal static class AnalyzerCommand
{
    private const int Edits = 1000;

    /// <summary>The subcommand.</summary>
    public static Command Create() => FigureCommand.Create(
        "analyzer", $"Time and memory of the analyzer over {MadeUpSuite.Tests} tests.", 9, Measure);

    private static Figure Measure(int rounds)
    {
        using SuiteProject project = SuiteProject.Create();
        BuildSeries builds = BuildSeries.Measure(project, rounds);
        EditRounds edits = new(File.ReadAllText(project.Baselines), Contender.Ours(), Contender.Rival());
        IReadOnlyList<PassSeries> files = edits.Measure("one test edited, its file looked at", Edits, AnalyzerPass.OfEditedFile);
        IReadOnlyList<PassSeries> all = edits.Measure("one test edited, all looked at", rounds * 10, AnalyzerPass.OfAll);
        return Figure.Of(
            "analyzer",
            [.. builds.Rows, .. files.Concat(all).SelectMany(series => series.Rows)],
            new FigurePromise("share of a compilation", builds.SharePercent, 1, "%"),
            new FigurePromise("a pass after an edit", files[0].AnalyzerMilliseconds.Median(), 20, "ms"),
            new FigurePromise(
                $"memory of a pass, the last of {Edits} edits to the first", files[0].GrowthOfAllocations, 1.05, "times"));
    }
}
