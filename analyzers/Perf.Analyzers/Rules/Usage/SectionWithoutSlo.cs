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
        // A section counts for the fixtures below it too.
        HashSet<ISymbol> promising = new(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol fixture in seen.Methods.Select(method => method.Method.ContainingType))
        {
            promising.Add(fixture);
            promising.UnionWith(TypesOf.Bases(fixture));
        }

        foreach (ISymbol symbol in seen.Sectioned.Where(symbol => !IsRead(symbol, seen, promising)))
        {
            AttributeData section = SectionOfTest.On(symbol, seen.Types)!;
            if (section.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
            {
                report(Diagnostic.Create(Descriptor, syntax.GetLocation(), SectionOfTest.NameOf(section)));
            }
        }
    }

    // Tests of this project or of another may derive from what is abstract.
    private static bool IsRead(ISymbol symbol, SeenCompilation seen, HashSet<ISymbol> promising) => symbol switch
    {
        IMethodSymbol method => method.IsAbstract || Promises(method, seen.Types),
        INamedTypeSymbol type => type.IsAbstract || promising.Contains(type) || InheritsAPromise(type, seen.Types),
        _ => promising.Count > 0
            || TypesOf.Assembly(seen.Compilation.Assembly).Any(type => InheritsAPromise(type, seen.Types)),
    };

    private static bool InheritsAPromise(INamedTypeSymbol type, PerfTypes types) =>
        TypesOf.Bases(type)
            .SelectMany(above => above.GetMembers())
            .OfType<IMethodSymbol>()
            .Any(method => Promises(method, types));

    private static bool Promises(IMethodSymbol method, PerfTypes types)
    {
        for (IMethodSymbol? above = method; above is not null; above = above.OverriddenMethod)
        {
            if (above.GetAttributes().Any(types.IsSlo))
            {
                return true;
            }
        }

        return false;
    }
}
