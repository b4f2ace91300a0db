using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Names the section on the test.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AmbiguousSectionFix() : Fix("PERF1007")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute) =>
        attribute is not null && diagnostic.Properties.TryGetValue(FixData.Names, out string? names)
            ? names!.Split('\n').Select(name => new Remedy(
                $"Name the section '{name}'",
                $"section {name}",
                AttributeChanges.Add(attribute, $"Section({SymbolDisplay.FormatLiteral(name, quote: true)})")))
            : [];
}
