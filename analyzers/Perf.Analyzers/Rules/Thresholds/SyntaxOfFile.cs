using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A text that is no YAML.</summary>
internal sealed class SyntaxOfFile() : FileRule([ThresholdProblemKind.Syntax], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2001",
        "thresholds.yaml must be YAML",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2001"));
}
