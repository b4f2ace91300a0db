using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A number that holds nobody to anything.</summary>
internal sealed class UnusedKey() : CompilationRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2009",
        "A key of thresholds.yaml should be read by an attribute",
        "No attribute of this project reads {0}.{1}",
        Category.Thresholds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2009"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override void Check(SeenCompilation seen, Action<Diagnostic> report)
    {
        // A project without promises merely shares the file.
        ThresholdsInCompilation thresholds = seen.Thresholds;
        IReadOnlyList<SloMethod> methods = seen.Methods;
        if (methods.Count == 0 || !thresholds.IsReadable || thresholds.File.IsBuiltIn)
        {
            return;
        }

        HashSet<(string? Section, string Key)> read = [.. methods.SelectMany(KeysReadBy)];
        foreach (Threshold threshold in thresholds.File.Thresholds.Where(threshold => threshold.Environment is null))
        {
            bool isRead = read.Contains((threshold.Section, threshold.Key)) || read.Contains((null, threshold.Key));
            bool isOfFile = ObjectiveTable.ForKey(threshold.Key)?.OnlySection is not null;
            if (!isRead && !isOfFile)
            {
                report(Diagnostic.Create(
                    Descriptor, thresholds.LocationOf(threshold.Range), threshold.Section, threshold.Key));
            }
        }
    }

    // No section stands for any: of an abstract fixture only the run knows it, and of a key that stands once it need not be said.
    private static IEnumerable<(string? Section, string Key)> KeysReadBy(SloMethod method)
    {
        foreach (Term term in method.Terms.Where(term => term.Promise.Key is not null))
        {
            string? section = term.Promise.Section ?? (method.Section.IsOpen ? null : method.Section.Name);
            yield return (section, term.Promise.Key!);
            foreach (string beside in KeysBeside(term))
            {
                yield return (section, beside);
            }
        }
    }

    // The settings of an attribute, and the limit that is enforced while there is no baseline.
    private static IEnumerable<string> KeysBeside(Term term) => ObjectiveTable.ForAttribute(term.Slo.Name)
        .Where(kind => !kind.IsLimit)
        .Select(kind => kind.Key)
        .Concat(term.Slo is { Name: "MaxRegression", Metric: "time regression" } ? ["max_time_seconds"] : []);
}
