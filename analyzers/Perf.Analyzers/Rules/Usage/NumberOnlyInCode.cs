using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A number that stands in the code alone, where nobody who reviews the policy sees it.</summary>
internal sealed class NumberOnlyInCode() : LiteralRule(LiteralStanding.OnlyInCode, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1020",
        "A number can be moved into the file",
        "{0} has a number of its own; thresholds.yaml has no {3}",
        Category.Usage,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1020"));
}
