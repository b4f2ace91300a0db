using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>Goes through types.</summary>
internal static class TypesOf
{
    /// <summary>Every type of an assembly, with those within others.</summary>
    public static IEnumerable<INamedTypeSymbol> Assembly(IAssemblySymbol assembly) => Below(assembly.GlobalNamespace);

    /// <summary>The types of a namespace, with those within others; not of the namespaces within it.</summary>
    public static IEnumerable<INamedTypeSymbol> Namespace(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(WithNested);

    /// <summary>The types that a type derives from, without <c>object</c>, as they are declared.</summary>
    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? above = type.BaseType;
            above is { SpecialType: SpecialType.None };
            above = above.BaseType)
        {
            yield return above.OriginalDefinition;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Below(INamespaceSymbol space) =>
        Namespace(space).Concat(space.GetNamespaceMembers().SelectMany(Below));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(WithNested).Prepend(type);
}
