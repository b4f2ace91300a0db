using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Tightens a number to the file's, or moves it into the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LooserNumberFix() : Fix("PERF1008")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute)
    {
        if (attribute is null || !diagnostic.Properties.TryGetValue(FixData.Number, out string? number))
        {
            yield break;
        }

        diagnostic.Properties.TryGetValue(FixData.Argument, out string? argument);
        yield return new Remedy(
            $"Tighten to {number}, as in thresholds.yaml",
            "tighten",
            AttributeChanges.ReplaceNumber(attribute, argument, number!));

        // One number for all environments can be changed; of several only the user knows which.
        if (diagnostic.Properties.TryGetValue(FixData.Literal, out string? literal)
            && !diagnostic.Properties.ContainsKey(FixData.HasOverlays)
            && ThresholdsChanges.Replace(diagnostic, literal!) is { } change)
        {
            yield return new Remedy(
                $"Move {literal} into thresholds.yaml, for every test of the section",
                "move",
                AttributeChanges.RemoveNumber(attribute, argument),
                change);
        }
    }
}
