using MathNet.Numerics.Statistics;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Analyzer;

/// <summary>The passes of one contender.</summary>
/// <param name="what">What was edited and looked at.</param>
/// <param name="who">The contender.</param>
internal sealed class PassSeries(string what, string who)
{
    private readonly List<AnalyzerPass> _passes = [];

    /// <summary>What nineteen of twenty passes did not exceed, to the one that waited.</summary>
    public double WallMilliseconds95 => _passes.Select(pass => pass.WallMilliseconds).Quantile(0.95);

    /// <summary>What the analyzers took in each pass.</summary>
    public IEnumerable<double> AnalyzerMilliseconds => _passes.Select(pass => pass.AnalyzerMilliseconds);

    /// <summary>The memory of a pass: the median of the last tenth of them to that of the first.</summary>
    public double GrowthOfAllocations =>
        MedianBytes(_passes.TakeLast(_passes.Count / 10)) / MedianBytes(_passes.Take(_passes.Count / 10));

    public IEnumerable<FigureRow> Rows =>
    [
        FigureRow.Of($"{what}: analyzer", who, "ms", [.. AnalyzerMilliseconds]),
        FigureRow.Of($"{what}: wall", who, "ms", [.. _passes.Select(pass => pass.WallMilliseconds)]),
        new FigureRow($"{what}: wall, 95th percentile", who, WallMilliseconds95, WallMilliseconds95, WallMilliseconds95, "ms", _passes.Count),
        FigureRow.Of($"{what}: allocated", who, "KiB", [.. _passes.Select(pass => pass.AllocatedBytes / 1024.0)]),
    ];

    public void Add(AnalyzerPass pass) => _passes.Add(pass);

    private static double MedianBytes(IEnumerable<AnalyzerPass> passes) =>
        passes.Select(pass => (double)pass.AllocatedBytes).Median();
}
