using MathNet.Numerics.Statistics;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Analyzer;

/// <summary>Compilations of the suite by a compiler server, as <c>dotnet build</c> and IDEs run it, with both analyzers.</summary>
/// <param name="runs">The runs of the warm server.</param>
internal sealed class BuildSeries(IReadOnlyList<CompilerRun> runs)
{
    // The compiler of a server is quick only when its own code has been compiled for the second time.
    private const int WarmUpRuns = 12;

    /// <summary>What our analyzer takes of a compilation, the median run, in %.</summary>
    public double SharePercent => runs.Select(run => 100 * run.SecondsOf("Perf.Analyzers") / run.WallSeconds).Median();

    public IEnumerable<FigureRow> Rows =>
    [
        FigureRow.Of("a compilation", "csc", "s", [.. runs.Select(run => run.WallSeconds)]),
        .. new[] { "Perf.Analyzers", "nunit.analyzers" }.Select(who =>
            FigureRow.Of("in it, by ReportAnalyzer", who, "s", [.. runs.Select(run => run.SecondsOf(who))])),
    ];

    public static BuildSeries Measure(SuiteProject project, int rounds)
    {
        string server = $"/shared:{Guid.NewGuid():N}";
        CompilerRun[] runs =
            [.. Enumerable.Range(0, WarmUpRuns + rounds).Select(_ => CompilerRun.Of(project, server, "/keepalive:30"))];
        return new BuildSeries(runs[WarmUpRuns..]);
    }
}
