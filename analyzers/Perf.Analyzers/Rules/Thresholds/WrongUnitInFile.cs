using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A key without a known unit, or with another than its metric's.</summary>
internal sealed class WrongUnitInFile() : FileRule([ThresholdProblemKind.WrongUnit], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2004",
        "A key of thresholds.yaml must end in its unit",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2004"));
}
