using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary><c>[Retry]</c> measures until the number is good; <c>[Repeat]</c> throws away what was measured.</summary>
internal sealed class RetryHidesARegression() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1011",
        "A promise must not be tried again",
        "[{0}] runs '{1}' again and can hide a regression; remove it: a promise repeats its body by itself",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1011"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        foreach (AttributeData attribute in method.Attributes.Where(method.Types.RunsAgain))
        {
            report(Diagnostic.Create(
                Descriptor,
                method.LocationOf(attribute),
                attribute.AttributeClass!.Name.Replace("Attribute", ""),
                method.Method.Name));
        }
    }
}
