using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>What was seen of a compilation, gathered while its symbols are visited, in whatever order.</summary>
internal sealed class SeenCompilation(
    Compilation compilation,
    PerfTypes types,
    ThresholdsInCompilation thresholds,
    IReadOnlyList<BaselineInCompilation> baselines)
{
    private readonly ConcurrentBag<SloMethod> _methods = [];
    private readonly ConcurrentBag<ISymbol> _sectioned = [];

    public Compilation Compilation { get; } = compilation;

    public PerfTypes Types { get; } = types;

    public ThresholdsInCompilation Thresholds { get; } = thresholds;

    public IReadOnlyList<BaselineInCompilation> Baselines { get; } = baselines;

    /// <summary>Every method with a promise, in the order of the files.</summary>
    public IReadOnlyList<SloMethod> Methods =>
    [
        .. _methods
            .OrderBy(method => method.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(method => method.Location.SourceSpan.Start),
    ];

    /// <summary>Every method, class or assembly that says a section.</summary>
    public IEnumerable<ISymbol> Sectioned => _sectioned;

    public void Add(SloMethod method) => _methods.Add(method);

    public void AddSectioned(ISymbol symbol) => _sectioned.Add(symbol);
}
