using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A name that stands twice, so that neither counts.</summary>
internal sealed class DuplicateInFile() : FileRule([ThresholdProblemKind.Duplicate], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2006",
        "A name of thresholds.yaml must stand once",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2006"));
}
