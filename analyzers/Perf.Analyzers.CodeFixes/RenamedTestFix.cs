using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Gives the entries of a renamed test its new name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RenamedTestFix() : Fix("PERF1102")
{
    private protected override IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute) =>
        diagnostic.Properties.TryGetValue(FixData.Path, out string? path)
        && diagnostic.Properties.TryGetValue(FixData.Name, out string? from)
        && diagnostic.Properties.TryGetValue(FixData.Names, out string? to)
            ? [new Remedy(
                $"Rename the entry of {TestName.MethodOf(from!)} in the baseline",
                "rename",
                [],
                new FileChange(path!, text => [.. Renamings(text.ToString(), from!, to!)]))]
            : [];

    private static IEnumerable<TextChange> Renamings(string text, string from, string to)
    {
        foreach (BaselineEntry entry in BaselineEntries.Read(text).Entries.Where(entry => entry.Method == from))
        {
            string written = text.Substring(entry.TestStart, entry.TestLength);
            if (written.StartsWith(from, StringComparison.Ordinal))
            {
                yield return new TextChange(new TextSpan(entry.TestStart, from.Length), to);
            }
            else if (TestName.ClassOf(from) == TestName.ClassOf(to)
                && written.LastIndexOf($").{TestName.MethodOf(from)}", StringComparison.Ordinal) is >= 0 and var fixture)
            {
                // The fixture has arguments, which stand before the name of the test.
                TextSpan name = new(entry.TestStart + fixture + ").".Length, TestName.MethodOf(from).Length);
                yield return new TextChange(name, TestName.MethodOf(to));
            }
        }
    }
}
