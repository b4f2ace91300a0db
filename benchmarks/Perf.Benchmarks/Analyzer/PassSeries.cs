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

    public IEnumerable<FigureRow> Rows =>
    [
        FigureRow.Of($"{what}: analyzer", who, "ms", [.. _passes.Select(pass => pass.AnalyzerMilliseconds)]),
        FigureRow.Of($"{what}: wall", who, "ms", [.. _passes.Select(pass => pass.WallMilliseconds)]),
        new FigureRow($"{what}: wall, 95th percentile", who, WallMilliseconds95, WallMilliseconds95, WallMilliseconds95, "ms", _passes.Count),
        FigureRow.Of($"{what}: allocated", who, "KiB", [.. _passes.Select(pass => pass.AllocatedBytes / 1024.0)]),
    ];

    public void Add(AnalyzerPass pass) => _passes.Add(pass);
}
