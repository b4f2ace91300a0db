using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A section that no promise reads.</summary>
internal sealed class SectionWithoutSlo() : CompilationRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1016",
        "A section needs a promise under it",
        "[Section(\"{0}\")] has no promise under it; remove it, or promise something",
        Category.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1016"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override void Check(SeenCompilation seen, Action<Diagnostic> report)
    {
        HashSet<ISymbol> promising = new(SymbolEqualityComparer.Default);
        foreach (SloMethod method in seen.Methods)
        {
            promising.Add(method.Method);
            promising.Add(seen.Compilation.Assembly);
            for (INamedTypeSymbol? type = method.Method.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                promising.Add(type.OriginalDefinition);
            }
        }

        // A fixture promises too by the tests that it inherits, and an abstract one for fixtures elsewhere.
        foreach (ISymbol symbol in seen.Sectioned.Where(symbol => !symbol.IsAbstract && !promising.Contains(symbol)))
        {
            if (symbol is INamedTypeSymbol type && Bases(type).Any(promising.Contains))
            {
                continue;
            }

            AttributeData section = SectionOfTest.On(symbol, seen.Types)!;
            if (section.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
            {
                report(Diagnostic.Create(Descriptor, syntax.GetLocation(), SectionOfTest.NameOf(section)));
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? above = type.BaseType; above is not null; above = above.BaseType)
        {
            yield return above.OriginalDefinition;
        }
    }
}
