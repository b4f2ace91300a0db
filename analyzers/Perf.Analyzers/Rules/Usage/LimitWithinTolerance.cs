using Microsoft.CodeAnalysis;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A limit on the regression of a noisy metric that unchanged code would break.</summary>
internal sealed class LimitWithinTolerance() : PromiseRule(PromiseProblemKind.NotAboveTolerance, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1003",
        "A regression limit must exceed the tolerance",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1003"));
}
