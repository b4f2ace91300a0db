using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A body that nobody can wait for.</summary>
internal sealed class SloOnAsyncVoid() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1017",
        "A measured body must not be async void",
        "'{0}' is async void: it has returned before its work is done, so nothing of it is measured; return Task",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1017"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        if (method.Method.ReturnsVoid
            && (method.Method.IsAsync || method.Method.PartialImplementationPart is { IsAsync: true }))
        {
            report(Diagnostic.Create(Descriptor, method.Location, method.Method.Name));
        }
    }
}
