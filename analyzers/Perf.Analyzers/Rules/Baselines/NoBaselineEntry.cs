using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Baselines;

/// <summary>A regression limit without a baseline to be judged against.</summary>
internal sealed class NoBaselineEntry() : CompilationRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1101",
        "A regression limit needs a baseline",
        "{0} of '{1}' has no entry in a baseline, so nothing is judged against it; record one with PERF_RECORD=true dotnet test",
        Category.Baselines,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1101"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override void Check(SeenCompilation seen, Action<Diagnostic> report)
    {
        // The original shape has one number for the time of any test.
        if (seen.Baselines.Any(baseline => baseline.Content.IsOriginalShape))
        {
            return;
        }

        foreach (SloMethod method in seen.Methods.Where(TestName.IsKnown))
        {
            foreach (Slo slo in method.Slos.Where(slo => slo.Name == "MaxRegression"))
            {
                if (!seen.IsRecorded(method))
                {
                    report(Diagnostic.Create(Descriptor, slo.Location, slo.Text, method.Method.Name));
                }
            }
        }
    }
}
