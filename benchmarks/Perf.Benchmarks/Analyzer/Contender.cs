using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Perf.Analyzers;

namespace Perf.Benchmarks.Analyzer;

/// <summary>Analyzers that are measured together.</summary>
/// <param name="Name">Whose they are.</param>
/// <param name="Analyzers">All of them.</param>
internal sealed record Contender(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>Ours.</summary>
    public static Contender Ours() => new("Perf.Analyzers", [new PerfAnalyzer()]);

    /// <summary>Those of NUnit itself, all that are on by default.</summary>
    public static Contender Rival()
    {
        AnalyzerFileReference file = new(AnalyzerFiles.Rival, new FileLoader());
        ImmutableArray<DiagnosticAnalyzer> analyzers = file.GetAnalyzers(LanguageNames.CSharp);
        return analyzers.IsEmpty
            ? throw new InvalidOperationException($"no analyzers in {AnalyzerFiles.Rival}")
            : new Contender("nunit.analyzers", analyzers);
    }

    private sealed class FileLoader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
