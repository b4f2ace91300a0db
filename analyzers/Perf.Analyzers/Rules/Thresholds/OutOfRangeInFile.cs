using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A number that its key cannot be.</summary>
internal sealed class OutOfRangeInFile() : FileRule([ThresholdProblemKind.OutOfRange], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2005",
        "A number of thresholds.yaml must be one that its key can be",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2005"));
}
