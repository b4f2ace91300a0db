using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A measured test that asks to run beside others.</summary>
internal sealed class ParallelSlo() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1012",
        "A measured test does not run in parallel",
        "[Parallelizable] on '{0}' has no effect beside a promise: two measurements at once would measure each other; remove it",
        Category.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1012"));

    // NUnit.Framework.ParallelScope.None
    private const int None = 2;

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        foreach (AttributeData attribute in method.Attributes)
        {
            if (PerfTypes.Is(attribute.AttributeClass, method.Types.Parallelizable)
                && attribute.ConstructorArguments.All(argument => argument.Value is not None))
            {
                report(Diagnostic.Create(Descriptor, method.LocationOf(attribute), method.Method.Name));
            }
        }
    }
}
