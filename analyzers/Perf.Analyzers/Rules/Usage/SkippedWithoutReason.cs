using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A promise that is not kept, and nobody knows why.</summary>
internal sealed class SkippedWithoutReason() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1013",
        "A promise is not switched off without a reason",
        "[{0}] switches the promise of '{1}' off without a reason; give it one",
        Category.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1013"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        foreach (AttributeData attribute in method.Attributes)
        {
            bool switchesOff = PerfTypes.Is(attribute.AttributeClass, method.Types.Explicit)
                || PerfTypes.Is(attribute.AttributeClass, method.Types.Ignore);
            if (switchesOff && attribute.ConstructorArguments.All(argument => string.IsNullOrWhiteSpace(argument.Value as string)))
            {
                report(Diagnostic.Create(
                    Descriptor,
                    method.LocationOf(attribute),
                    attribute.AttributeClass!.Name.Replace("Attribute", ""),
                    method.Method.Name));
            }
        }
    }
}
