using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>What was seen of a compilation, gathered while its symbols are visited, in whatever order.</summary>
internal sealed class SeenCompilation
{
    private readonly ConcurrentBag<SloMethod> _methods = [];
    private readonly ConcurrentBag<ISymbol> _sectioned = [];
    private readonly Lazy<IReadOnlyList<SloMethod>> _methodsInOrder;
    private readonly Lazy<HashSet<string>> _recorded;

    public SeenCompilation(
        Compilation compilation,
        PerfTypes types,
        ThresholdsInCompilation thresholds,
        IReadOnlyList<BaselineInCompilation> baselines)
    {
        Compilation = compilation;
        Types = types;
        Thresholds = thresholds;
        Baselines = baselines;
        _methodsInOrder = new(() =>
        [
            .. _methods
                .OrderBy(method => method.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(method => method.Location.SourceSpan.Start),
        ]);
        _recorded = new(() => [.. Baselines.SelectMany(baseline => baseline.Entries).Select(entry => entry.Method)]);
    }

    public Compilation Compilation { get; }

    public PerfTypes Types { get; }

    public ThresholdsInCompilation Thresholds { get; }

    public IReadOnlyList<BaselineInCompilation> Baselines { get; }

    /// <summary>Every method with a promise, in the order of the files; to be asked when all of them were seen.</summary>
    public IReadOnlyList<SloMethod> Methods => _methodsInOrder.Value;

    /// <summary>Every method, class or assembly that says a section.</summary>
    public IEnumerable<ISymbol> Sectioned => _sectioned;

    /// <summary>Whether a baseline has an entry of a method's tests.</summary>
    public bool IsRecorded(SloMethod method) => _recorded.Value.Contains(method.Name);

    public void Add(SloMethod method) => _methods.Add(method);

    public void AddSectioned(ISymbol symbol) => _sectioned.Add(symbol);
}
