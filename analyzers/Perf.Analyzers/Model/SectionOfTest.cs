using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>The section that a test belongs to, as far as the compiler can know.</summary>
/// <param name="Name">Its name; null without one.</param>
/// <param name="IsOpen">Whether a derived fixture may say another: only the run knows then.</param>
internal sealed record SectionOfTest(string? Name, bool IsOpen)
{
    /// <summary>The nearest of method, class with its bases, and assembly, as at run time.</summary>
    public static SectionOfTest Of(IMethodSymbol method, PerfTypes types)
    {
        if (On(method, types) is { } own)
        {
            return new SectionOfTest(NameOf(own), IsOpen: false);
        }

        bool isOpen = method.ContainingType.IsAbstract || types.HasSectionBelow(method.ContainingType);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (On(type, types) is { } inherited)
            {
                return new SectionOfTest(NameOf(inherited), isOpen);
            }
        }

        return new SectionOfTest(On(method.ContainingAssembly, types) is { } all ? NameOf(all) : null, isOpen);
    }

    /// <summary>The section attribute of a symbol itself; null without one.</summary>
    public static AttributeData? On(ISymbol symbol, PerfTypes types)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (PerfTypes.Is(attribute.AttributeClass, types.Section))
            {
                return attribute;
            }
        }

        return null;
    }

    public static string? NameOf(AttributeData section) =>
        section.ConstructorArguments.Length == 1 ? section.ConstructorArguments[0].Value as string : null;
}
