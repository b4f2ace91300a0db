using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Removes <c>[Retry]</c> and <c>[Repeat]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RetryFix() : Fix("PERF1011")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute) =>
        attribute is null
            ? []
            : [new Remedy(
                $"Remove [{attribute.Name}]", "remove", AttributeChanges.Remove(attribute, attribute.SyntaxTree.GetText()))];
}
