using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A promise about a method that NUnit never runs as a test.</summary>
internal sealed class SloOnNoTest() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1001",
        "A promise needs a test",
        "{0} stands on '{1}', which is no test: nothing keeps the promise; add [Test] or [TestCase], or remove it",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1001"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        if (method.IsTest
            || MayBecomeATest(method.Method)
            || Overridden(method.Method).Any(above => IsTest(above, method.Types)))
        {
            return;
        }

        foreach (Slo slo in method.Slos)
        {
            report(Diagnostic.Create(Descriptor, slo.Location, slo.Text, method.Method.Name));
        }
    }

    // A fixture below may override it with [Test], and has the promise from here.
    private static bool MayBecomeATest(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride)
        && !method.IsSealed
        && !method.ContainingType.IsSealed;

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (IMethodSymbol? above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod)
        {
            yield return above;
        }
    }

    private static bool IsTest(IMethodSymbol method, PerfTypes types) => method.GetAttributes().Any(types.MakesATest);
}
