using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Adds a missing key to thresholds.yaml, with a number to begin with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MissingKeyFix() : Fix("PERF1004")
{
    internal static Remedy? Remedy(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixData.Number, out string? number)
        && ThresholdsChanges.Add(diagnostic, number!) is { } change
            ? new Remedy(
                $"Add {diagnostic.Properties[FixData.Section]}.{diagnostic.Properties[FixData.Key]}: {number} to thresholds.yaml",
                "add",
                [],
                change)
            : null;

    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute) =>
        Remedy(diagnostic) is { } add ? [add] : [];
}
