using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Uses the section or key that was meant, or adds the key to the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnknownNameFix() : Fix("PERF1005", "PERF1006")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute)
    {
        if (attribute is null || !diagnostic.Properties.TryGetValue(FixData.Name, out string? name))
        {
            yield break;
        }

        string[] meant = diagnostic.Properties.TryGetValue(FixData.Names, out string? names) ? names!.Split('\n') : [];
        for (int i = 0; i < meant.Length; i++)
        {
            if (Rename(attribute, name!, meant[i]) is { Count: > 0 } changes)
            {
                yield return new Remedy($"Use '{meant[i]}'", $"nearest {i}", changes);
            }
        }

        if (MissingKeyFix.Remedy(diagnostic) is { } add)
        {
            yield return add;
        }
    }

    // A section's name stands alone in [Section], and a section's or a key's within a Key.
    private static IReadOnlyList<TextChange> Rename(AttributeSyntax attribute, string from, string to)
    {
        if (AttributeChanges.KeyOf(attribute) is not { } key)
        {
            return AttributeChanges.ReplaceString(attribute, from, to);
        }

        int dot = key.LastIndexOf('.');
        string section = dot > 0 ? key.Substring(0, dot) : "";
        string own = key.Substring(dot + 1);
        return own == from ? AttributeChanges.ReplaceString(attribute, key, key.Substring(0, dot + 1) + to)
            : section == from ? AttributeChanges.ReplaceString(attribute, key, $"{to}.{own}")
            : [];
    }
}
