using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Baselines;

/// <summary>Looks up the tests that baselines name.</summary>
internal static class Tests
{
    /// <summary>
    /// Whether a test was one of this assembly and is no more. Projects may share a baseline: what lies in a namespace that
    /// this one never had is another's.
    /// </summary>
    public static bool IsGone(string name, SeenCompilation seen, IReadOnlyList<SloMethod> unrecorded)
    {
        string className = TestName.ClassOf(name);
        string method = TestName.MethodOf(name);
        string simpleName = TestName.MethodOf(className);
        INamedTypeSymbol[] neighbours = [.. TypesIn(TestName.ClassOf(className), seen.Compilation)];
        INamedTypeSymbol[] types = [.. neighbours.Where(type => TestName.Of(type) == className)];
        bool isMissing = types.Length == 0
            ? neighbours.Length > 0 || unrecorded.Any(moved =>
                moved.Method.Name == method && moved.Method.ContainingType.Name == simpleName)
            : !types.Any(type => HasTest(type, method, seen.Types));
        return isMissing
            && !neighbours.Any(type => TestName.MayBeAnother(type) && HasTest(type, method, seen.Types))
            && !IsOfAnotherBuild(method, seen.Compilation);
    }

    // A build for a GPU may have tests of its own, which this one skips by #if.
    private static bool IsOfAnotherBuild(string method, Compilation compilation)
    {
        Regex name = new($@"\b{Regex.Escape(method)}\b", RegexOptions.CultureInvariant);
        return compilation.SyntaxTrees
            .Select(tree => tree.GetRoot())
            .Where(root => root.ContainsDirectives)
            .SelectMany(root => root.DescendantTrivia())
            .Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && name.IsMatch(trivia.ToString()));
    }

    private static bool HasTest(INamedTypeSymbol type, string method, PerfTypes types)
    {
        for (INamedTypeSymbol? own = type; own is not null; own = own.BaseType)
        {
            // A case may have a name of its own, which only the run knows.
            if (own.GetMembers().OfType<IMethodSymbol>().Any(member =>
                (member.Name == method || TestName.MayBeAnother(member)) && member.GetAttributes().Any(types.MakesATest)))
            {
                return true;
            }
        }

        return false;
    }

    // With the types within them, however many type parameters they have.
    private static IEnumerable<INamedTypeSymbol> TypesIn(string name, Compilation compilation)
    {
        INamespaceSymbol? space = compilation.Assembly.GlobalNamespace;
        foreach (string part in name.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            space = space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        }

        return space is null ? [] : TypesOf.Namespace(space);
    }
}
