using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>Names of tests as NUnit writes them: <c>Namespace.Outer+Inner.Method</c>, without arguments.</summary>
internal static class TestName
{
    /// <summary>The name of a method's tests, without the arguments of a case, a fixture or a type.</summary>
    public static string Of(IMethodSymbol method) => $"{Of(method.ContainingType)}.{method.Name}";

    /// <summary>Whether the run gives the tests of a method this name, and no other.</summary>
    public static bool IsKnown(SloMethod method) =>
        method.IsTest
        && method.Method.ContainingType is { IsAbstract: false } fixture
        && !MayBeAnother(fixture)
        && !MayBeAnother(method.Method);

    /// <summary>Whether an attribute gives a test a name of its own.</summary>
    public static bool MayBeAnother(IMethodSymbol method) => method.GetAttributes().Any(NamesATest);

    /// <summary>Whether an attribute gives a fixture a name of its own, which its tests then begin with.</summary>
    public static bool MayBeAnother(INamedTypeSymbol fixture)
    {
        for (INamedTypeSymbol? type = fixture; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(NamesATest))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All up to the last dot.</summary>
    public static string ClassOf(string name) => name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : "";

    /// <summary>All after the last dot.</summary>
    public static string MethodOf(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static bool NamesATest(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "TestCaseSourceAttribute" or "TestFixtureSourceAttribute"
        || attribute.NamedArguments.Any(argument => argument.Key == "TestName");

    /// <summary>The name of a class of tests.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return $"{Of(outer)}+{type.Name}";
        }

        return type.ContainingNamespace.IsGlobalNamespace
            ? type.Name
            : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
    }
}
