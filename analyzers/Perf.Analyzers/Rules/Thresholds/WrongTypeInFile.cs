using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A value of another type than its place wants.</summary>
internal sealed class WrongTypeInFile() : FileRule([ThresholdProblemKind.WrongType], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2003",
        "A value of thresholds.yaml must be of its type",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2003"));
}
