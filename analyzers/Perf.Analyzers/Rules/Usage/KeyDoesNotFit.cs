using Microsoft.CodeAnalysis;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A key that limits in the other direction than the attribute that names it.</summary>
internal sealed class KeyDoesNotFit() : PromiseRule(PromiseProblemKind.KeyDoesNotFit, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1019",
        "A key must limit in the direction of its attribute",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1019"));
}
