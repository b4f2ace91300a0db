using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A key that stands in more than one section, on a test that names none.</summary>
internal sealed class AmbiguousSection() : PromiseRule(PromiseProblemKind.AmbiguousSection, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1007",
        "A test must say its section where several have the key",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1007"));

    protected override ImmutableDictionary<string, string?> Data(Term term, PromiseProblem problem, SloMethod method) =>
        FixData.None.With(FixData.Names, string.Join("\n", problem.Candidates));
}
