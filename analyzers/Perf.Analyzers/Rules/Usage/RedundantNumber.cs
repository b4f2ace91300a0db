using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A number that the file says already.</summary>
internal sealed class RedundantNumber() : LiteralRule(LiteralStanding.Redundant, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1009",
        "A number that the file has need not be repeated",
        "{0} repeats {2}, the number of {3} in thresholds.yaml",
        Category.Usage,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1009"),
        customTags: WellKnownDiagnosticTags.Unnecessary);
}
