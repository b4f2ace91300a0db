using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Baselines;

/// <summary>Looks up the tests that baselines name; reads each namespace and each class once.</summary>
/// <param name="seen">The compilation.</param>
/// <param name="unrecorded">Its tests that no baseline names.</param>
internal sealed class Tests(SeenCompilation seen, IReadOnlyList<SloMethod> unrecorded)
{
    private readonly Dictionary<string, ILookup<string, INamedTypeSymbol>> _typesOfNamespaces = [];
    private readonly Dictionary<string, TestsOfClass> _testsOfClasses = [];

    /// <summary>
    /// Whether a test was one of this assembly and is no more. Projects may share a baseline: what lies in a namespace that
    /// this one never had is another's.
    /// </summary>
    public bool IsGone(string name)
    {
        string className = TestName.ClassOf(name);
        string method = TestName.MethodOf(name);
        ILookup<string, INamedTypeSymbol> neighbours = TypesIn(TestName.ClassOf(className));
        if (neighbours.Contains(className))
        {
            return !TestsOf(className, neighbours[className]).Have(method);
        }

        string simpleName = TestName.MethodOf(className);
        return neighbours.Count > 0
            || unrecorded.Any(moved => moved.Method.Name == method && moved.Method.ContainingType.Name == simpleName);
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

            types = (space?.GetTypeMembers().SelectMany(WithNested) ?? []).ToLookup(TestName.Of);
            _typesOfNamespaces.Add(name, types);
        }

        return types;
    }

    private TestsOfClass TestsOf(string className, IEnumerable<INamedTypeSymbol> types)
    {
        if (!_testsOfClasses.TryGetValue(className, out TestsOfClass? tests))
        {
            IMethodSymbol[] methods =
            [
                .. types.SelectMany(WithBases)
                    .SelectMany(type => type.GetMembers())
                    .OfType<IMethodSymbol>()
                    .Where(method => method.GetAttributes().Any(seen.Types.MakesATest)),
            ];
            tests = new TestsOfClass([.. methods.Select(method => method.Name)], methods.Any(TestName.MayBeAnother));
            _testsOfClasses.Add(className, tests);
        }

        return tests;
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? own = type; own is not null; own = own.BaseType)
        {
            yield return own;
        }
    }

    // A case may have a name of its own, which only the run knows.
    private sealed record TestsOfClass(HashSet<string> Names, bool MayHaveOthers)
    {
        public bool Have(string method) => MayHaveOthers || Names.Contains(method);
    }
}
