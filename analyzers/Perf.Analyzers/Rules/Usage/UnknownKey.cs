using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A key that an attribute names and the file lacks.</summary>
internal sealed class UnknownKey() : PromiseRule(PromiseProblemKind.UnknownKey, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1006",
        "A key must be one of thresholds.yaml",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1006"));

    protected override ImmutableDictionary<string, string?> Data(Term term, PromiseProblem problem, SloMethod method)
    {
        // Without a key spelled alike the candidates are sections that have it.
        ThresholdsFile file = method.Thresholds.File;
        string[] keys = [.. problem.Candidates.Where(name => file.Thresholds.Any(threshold => threshold.Key == name))];
        return MissingKey.Data(term, method)
            .With(FixData.Name, term.Promise.Key)
            .With(FixData.Names, keys.Length == 0 ? null : string.Join("\n", keys));
    }
}
