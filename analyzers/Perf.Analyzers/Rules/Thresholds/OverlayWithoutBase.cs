using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>An overlay of a section or key that the file itself lacks.</summary>
internal sealed class OverlayWithoutBase() : FileRule([ThresholdProblemKind.UnknownInBase], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2007",
        "An overlay of thresholds.yaml needs what it overlays",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2007"));
}
