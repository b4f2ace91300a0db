using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Baselines;

/// <summary>Looks up the tests that baselines name; reads each namespace and each class once.</summary>
/// <param name="seen">The compilation.</param>
/// <param name="unrecorded">Its tests that no baseline names.</param>
internal sealed class Tests(SeenCompilation seen, IReadOnlyList<SloMethod> unrecorded)
{
    private readonly Dictionary<string, ILookup<string, INamedTypeSymbol>> _typesOfNamespaces = [];
    private readonly Dictionary<INamedTypeSymbol, TestsOfClass> _testsOfClasses = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a test was one of this assembly and is no more. Projects may share a baseline: what lies in a namespace that
    /// this one never had is another's.
    /// </summary>
    public bool IsGone(string name)
    {
        string className = TestName.ClassOf(name);
        string method = TestName.MethodOf(name);
        ILookup<string, INamedTypeSymbol> neighbours = TypesIn(TestName.ClassOf(className));
        return IsMissing(className, method, neighbours)
            && !neighbours.SelectMany(same => same)
                .Any(type => TestName.MayBeAnother(type) && TestsOf(type).Have(method))
            && !IsOfAnotherBuild(method);
    }

    private bool IsMissing(string className, string method, ILookup<string, INamedTypeSymbol> neighbours)
    {
        if (neighbours.Contains(className))
        {
            return !neighbours[className].Any(type => TestsOf(type).Have(method));
        }

        string simpleName = TestName.MethodOf(className);
        return neighbours.Count > 0
            || unrecorded.Any(moved => moved.Method.Name == method && moved.Method.ContainingType.Name == simpleName);
    }

    // A build for a GPU may have tests of its own, which this one skips by #if.
    private bool IsOfAnotherBuild(string method)
    {
        Regex name = new($@"\b{Regex.Escape(method)}\b", RegexOptions.CultureInvariant);
        return seen.Compilation.SyntaxTrees
            .Select(tree => tree.GetRoot())
            .Where(root => root.ContainsDirectives)
            .SelectMany(root => root.DescendantTrivia())
            .Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && name.IsMatch(trivia.ToString()));
    }

    // By their names in tests, with the types within them, however many type parameters they have.
    private ILookup<string, INamedTypeSymbol> TypesIn(string name)
    {
        if (!_typesOfNamespaces.TryGetValue(name, out ILookup<string, INamedTypeSymbol>? types))
        {
            INamespaceSymbol? space = seen.Compilation.Assembly.GlobalNamespace;
            foreach (string part in name.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            {
                space = space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
            }

            types = (space is null ? [] : TypesOf.Namespace(space)).ToLookup(TestName.Of);
            _typesOfNamespaces.Add(name, types);
        }

        return types;
    }

    private TestsOfClass TestsOf(INamedTypeSymbol type)
    {
        if (!_testsOfClasses.TryGetValue(type, out TestsOfClass? tests))
        {
            IMethodSymbol[] methods =
            [
                .. TypesOf.Bases(type).Prepend(type)
                    .SelectMany(own => own.GetMembers())
                    .OfType<IMethodSymbol>()
                    .Where(method => method.GetAttributes().Any(seen.Types.MakesATest)),
            ];
            tests = new TestsOfClass([.. methods.Select(method => method.Name)], methods.Any(TestName.MayBeAnother));
            _testsOfClasses.Add(type, tests);
        }

        return tests;
    }

    // A case may have a name of its own, which only the run knows.
    private sealed record TestsOfClass(HashSet<string> Names, bool MayHaveOthers)
    {
        public bool Have(string method) => MayHaveOthers || Names.Contains(method);
    }
}
