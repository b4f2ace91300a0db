using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>NUnit's <c>[MaxTime]</c> beside <c>[MaxDuration]</c>: it times all iterations, set-up and tear-down together.</summary>
internal sealed class MaxTimeBesideMaxDuration() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1014",
        "[MaxTime] does not belong beside [MaxDuration]",
        "[MaxTime] on '{0}' times every iteration of the measurement together; remove it: [MaxDuration] limits one",
        Category.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1014"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        if (method.Slos.All(slo => slo.Name != "MaxDuration"))
        {
            return;
        }

        foreach (AttributeData attribute in method.Attributes.Where(one => PerfTypes.Is(one.AttributeClass, method.Types.MaxTime)))
        {
            report(Diagnostic.Create(Descriptor, method.LocationOf(attribute), method.Method.Name));
        }
    }
}
