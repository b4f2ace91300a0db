using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules;

/// <summary>A rule about thresholds.yaml itself, in the words of its one reader.</summary>
/// <param name="kinds">The problems that it reports.</param>
/// <param name="descriptor">Its id and severity; the text is the problem's.</param>
internal abstract class FileRule(IReadOnlyList<ThresholdProblemKind> kinds, DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public void Check(ThresholdsInCompilation thresholds, Action<Diagnostic> report)
    {
        foreach (ThresholdProblem problem in thresholds.File.Problems.Where(problem => kinds.Contains(problem.Kind)))
        {
            report(Diagnostic.Create(Descriptor, thresholds.LocationOf(problem.Range), problem.Message));
        }
    }
}
