using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>No thresholds file while promises take their numbers from one: the built-in defaults apply.</summary>
internal sealed class FileMissing() : CompilationRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2010",
        "Promises without a number need a thresholds.yaml",
        "There is no thresholds.yaml in a baselines folder at or above the project: the built-in defaults apply ({0})",
        Category.Thresholds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2010"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override void Check(SeenCompilation seen, Action<Diagnostic> report)
    {
        if (!seen.Thresholds.File.IsBuiltIn)
        {
            return;
        }

        Term[] taking =
        [
            .. seen.Methods.SelectMany(method => method.Terms)
                .Where(term => term.Found.Count > 0 && term.Promise.Enforced(term.Found[0].Value) != term.Promise.Literal),
        ];
        if (taking.Length > 0)
        {
            IEnumerable<string> numbers = taking.SelectMany(term => term.Found)
                .Distinct()
                .OrderBy(threshold => threshold.Range.Line)
                .Select(threshold => $"{threshold.Section}.{threshold.Key} {FixData.Text(threshold.Value)}");
            report(Diagnostic.Create(Descriptor, taking[0].Slo.Location, string.Join(", ", numbers)));
        }
    }
}
