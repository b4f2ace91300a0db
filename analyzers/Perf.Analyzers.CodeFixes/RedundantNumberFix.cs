using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Drops a number that the file has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RedundantNumberFix() : Fix("PERF1009")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute)
    {
        diagnostic.Properties.TryGetValue(FixData.Argument, out string? argument);
        return attribute is null
            ? []
            : [new Remedy("Take the number from thresholds.yaml", "drop", AttributeChanges.RemoveNumber(attribute, argument))];
    }
}
