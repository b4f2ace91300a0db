using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Perf.Benchmarks.Analyzer;

/// <summary>One pass of analyzers over the suite in this process.</summary>
/// <param name="WallMilliseconds">How long one waited for it, with what the compiler does on its behalf.</param>
/// <param name="AnalyzerMilliseconds">What the analyzers themselves took, all threads together.</param>
/// <param name="AllocatedBytes">The managed memory that all threads asked for.</param>
/// <param name="Found">What was found.</param>
internal sealed record AnalyzerPass(
    double WallMilliseconds, double AnalyzerMilliseconds, long AllocatedBytes, ImmutableArray<Diagnostic> Found)
{
    /// <summary>What an editor asks for after an edit: the findings in the edited file.</summary>
    public static AnalyzerPass OfEditedFile(SuiteCode code, Contender contender) =>
        Run(code, contender, analysis => analysis.GetAnalyzerSemanticDiagnosticsAsync(
            code.Compilation.GetSemanticModel(code.Edited), filterSpan: null, CancellationToken.None));

    /// <summary>What a build asks for: all findings, those at the end of the compilation too.</summary>
    public static AnalyzerPass OfAll(SuiteCode code, Contender contender) =>
        Run(code, contender, analysis => analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None));

    private static AnalyzerPass Run(
        SuiteCode code, Contender contender, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask)
    {
        CompilationWithAnalyzersOptions options = new(
            code.Options,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: true);
        CompilationWithAnalyzers analysis = code.Compilation.WithAnalyzers(contender.Analyzers, options);
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long from = Stopwatch.GetTimestamp();
        ImmutableArray<Diagnostic> found = ask(analysis).GetAwaiter().GetResult();
        TimeSpan took = Stopwatch.GetElapsedTime(from);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        if (found.FirstOrDefault(finding => finding.Id == "AD0001") is { } dead)
        {
            throw new InvalidOperationException($"an analyzer of {contender.Name} failed: {dead}");
        }

        double analyzers = contender.Analyzers.Sum(analyzer =>
            analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult()
                .ExecutionTime.TotalMilliseconds);
        return new AnalyzerPass(took.TotalMilliseconds, analyzers, bytes, found);
    }
}
