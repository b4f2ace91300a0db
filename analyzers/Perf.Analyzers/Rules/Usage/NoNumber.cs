using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A promise without a number, neither its own nor the file's.</summary>
internal sealed class NoNumber() : PromiseRule(PromiseProblemKind.NoNumber, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1004",
        "A promise needs a number",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1004"));

    protected override ImmutableDictionary<string, string?> Data(Term term, PromiseProblem problem, SloMethod method) =>
        MissingKey.Data(term, method);
}
