using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>
/// A hook attribute of NUnit declared after a promise: the first declared is the innermost, and a hook must be that.
/// </summary>
internal sealed class HookAfterSlo() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1015",
        "A promise is declared after the hooks of its method",
        "{0} is declared before the hook [{1}], which makes the test an error; declare the promise last",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1015"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        int last = -1;
        for (int i = 0; i < method.Attributes.Length; i++)
        {
            if (PerfTypes.IsA(method.Attributes[i], method.Types.ExecutionHook))
            {
                last = i;
            }
        }

        foreach (Slo slo in method.Slos.Where(slo => method.Attributes.IndexOf(slo.Attribute) < last))
        {
            string hook = method.Attributes[last].AttributeClass!.Name.Replace("Attribute", "");
            report(Diagnostic.Create(Descriptor, slo.Location, slo.Text, hook));
        }
    }
}
