using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Moves a number into the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NumberOnlyInCodeFix() : Fix("PERF1020")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute)
    {
        diagnostic.Properties.TryGetValue(FixData.Argument, out string? argument);
        return attribute is not null
            && diagnostic.Properties.TryGetValue(FixData.Literal, out string? literal)
            && ThresholdsChanges.Add(diagnostic, literal!) is { } change
                ? [new Remedy(
                    $"Move {literal} into thresholds.yaml",
                    "move",
                    AttributeChanges.RemoveNumber(attribute, argument),
                    change)]
                : [];
    }
}
