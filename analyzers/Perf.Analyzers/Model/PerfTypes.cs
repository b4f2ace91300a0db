using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>The types that the rules know, resolved once a compilation.</summary>
internal sealed class PerfTypes
{
    private readonly INamedTypeSymbol _slo;
    private readonly Lazy<HashSet<INamedTypeSymbol>> _aboveSections;

    private PerfTypes(INamedTypeSymbol slo, Compilation compilation)
    {
        _slo = slo;
        Section = compilation.GetTypeByMetadataName("Perf.SectionAttribute");
        SimpleTestBuilder = compilation.GetTypeByMetadataName("NUnit.Framework.Interfaces.ISimpleTestBuilder");
        TestBuilder = compilation.GetTypeByMetadataName("NUnit.Framework.Interfaces.ITestBuilder");
        RepeatTest = compilation.GetTypeByMetadataName("NUnit.Framework.Interfaces.IRepeatTest");
        Parallelizable = compilation.GetTypeByMetadataName("NUnit.Framework.ParallelizableAttribute");
        Explicit = compilation.GetTypeByMetadataName("NUnit.Framework.ExplicitAttribute");
        Ignore = compilation.GetTypeByMetadataName("NUnit.Framework.IgnoreAttribute");
        MaxTime = compilation.GetTypeByMetadataName("NUnit.Framework.MaxTimeAttribute");
        ExecutionHook = compilation.GetTypeByMetadataName("NUnit.Framework.ExecutionHookAttribute");
        _aboveSections = new Lazy<HashSet<INamedTypeSymbol>>(() => AboveSections(compilation));
    }

    /// <summary>Reads the promises among the attributes.</summary>
    public SloReader Slos { get; } = new();

    public INamedTypeSymbol? Section { get; }

    public INamedTypeSymbol? SimpleTestBuilder { get; }

    public INamedTypeSymbol? TestBuilder { get; }

    public INamedTypeSymbol? RepeatTest { get; }

    public INamedTypeSymbol? Parallelizable { get; }

    public INamedTypeSymbol? Explicit { get; }

    public INamedTypeSymbol? Ignore { get; }

    public INamedTypeSymbol? MaxTime { get; }

    public INamedTypeSymbol? ExecutionHook { get; }

    /// <summary>The types of a compilation; null when it does not refer to Perf.</summary>
    public static PerfTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Perf.SloAttribute") is { } slo ? new PerfTypes(slo, compilation) : null;

    /// <summary>Whether an attribute is a promise.</summary>
    public bool IsSlo(AttributeData attribute) => Is(attribute.AttributeClass?.BaseType, _slo);

    /// <summary>Whether an attribute makes a test of a method.</summary>
    public bool MakesATest(AttributeData attribute) =>
        Implements(attribute, SimpleTestBuilder) || Implements(attribute, TestBuilder);

    /// <summary>Whether an attribute runs a test again: <c>[Retry]</c>, <c>[Repeat]</c> and what a user made like them.</summary>
    public bool RunsAgain(AttributeData attribute) => Implements(attribute, RepeatTest);

    /// <summary>Whether a fixture of this compilation derives from a type and says a section of its own.</summary>
    public bool HasSectionBelow(INamedTypeSymbol type) => _aboveSections.Value.Contains(type.OriginalDefinition);

    public static bool Is(ISymbol? one, ISymbol? other) =>
        one is not null && SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>Whether an attribute is of a type or of one derived from it.</summary>
    public static bool IsA(AttributeData attribute, INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? own = attribute.AttributeClass; own is not null; own = own.BaseType)
        {
            if (Is(own, type))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<INamedTypeSymbol> AboveSections(Compilation compilation)
    {
        HashSet<INamedTypeSymbol> above = new(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in TypesOf.Assembly(compilation.Assembly))
        {
            if (type.BaseType is { SpecialType: SpecialType.None } && SectionOfTest.On(type, this) is not null)
            {
                above.UnionWith(TypesOf.Bases(type));
            }
        }

        return above;
    }

    private static bool Implements(AttributeData attribute, INamedTypeSymbol? contract) =>
        contract is not null
        && attribute.AttributeClass is { } type
        && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);
}
