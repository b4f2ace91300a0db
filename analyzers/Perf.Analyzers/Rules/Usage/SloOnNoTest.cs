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
        // An override may be made a test by the attribute of what it overrides.
        if (method.IsTest || method.Method.IsOverride)
        {
            return;
        }

        foreach (Slo slo in method.Slos)
        {
            report(Diagnostic.Create(Descriptor, slo.Location, slo.Text, method.Method.Name));
        }
    }
}
