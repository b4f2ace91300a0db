using Microsoft.CodeAnalysis;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A number that the limit cannot be.</summary>
internal sealed class ValueOutOfRange() : PromiseRule(PromiseProblemKind.OutOfRange, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1002",
        "A limit must be a number that it can be",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1002"));
}
