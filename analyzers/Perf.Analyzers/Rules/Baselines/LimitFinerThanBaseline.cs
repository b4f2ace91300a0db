using System.Globalization;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Baselines;

/// <summary>
/// A regression limit that drowns in the spread of its baseline: a change somewhat beyond it is neither allowed nor told.
/// </summary>
internal sealed class LimitFinerThanBaseline() : CompilationRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1103",
        "A regression limit must be one that its baseline can tell",
        "'{0}' promises at most {1} % {2}, but its baseline in {3} tells {4} % at best: allow more, or record it on a quieter machine",
        Category.Baselines,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1103"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override void Check(SeenCompilation seen, Action<Diagnostic> report)
    {
        // One slip in the file makes many errors: nothing else is said of it.
        if (seen.Thresholds.IsReadable)
        {
            foreach (BaselineInCompilation baseline in seen.Baselines)
            {
                Check(baseline, seen, report);
            }
        }
    }

    private void Check(BaselineInCompilation baseline, SeenCompilation seen, Action<Diagnostic> report)
    {
        ILookup<(string Method, string Metric), BaselineEntry> entries = baseline.Entries
            .Where(entry => entry.ResolutionPercent is not null)
            .ToLookup(entry => (entry.Method, entry.Metric));
        if (entries.Count == 0)
        {
            return;
        }

        foreach (SloMethod method in seen.Methods)
        {
            foreach (Slo slo in method.Slos)
            {
                if (slo.Recorded is { IsExact: false } metric
                    && Coarsest(entries[(method.Name, metric.Name)]) is { } entry
                    && Finding(slo, metric, method, baseline, entry) is { } finding)
                {
                    report(finding);
                }
            }
        }
    }

    // The cases of a method share its attribute: the worst of them speaks for all.
    private static BaselineEntry? Coarsest(IEnumerable<BaselineEntry> entries) =>
        entries.OrderByDescending(entry => entry.ResolutionPercent).FirstOrDefault();

    private Diagnostic? Finding(
        Slo slo, RecordedMetric metric, SloMethod method, BaselineInCompilation baseline, BaselineEntry entry)
    {
        if (LimitOf(slo, method, baseline.Environment) is not { } limit)
        {
            return null;
        }

        double tolerance = method.Thresholds.File.MeasurementNoisePercent(baseline.Environment);
        return TellableLimit.CoarserThan(limit, tolerance, entry.ResolutionPercent!.Value) is { } told
            ? Diagnostic.Create(
                Descriptor,
                slo.Location,
                [baseline.LocationOf(entry)],
                NameOf(entry, method),
                FixData.Text(limit),
                $"{(metric.Better == Direction.LowerIsBetter ? "more" : "less")} {metric.Name}",
                $"{baseline.Name}{LaunchesOf(entry)}",
                told.ToString("0.#", CultureInfo.InvariantCulture))
            : null;
    }

    // In force in the environment of the baseline; null where that is not known, or refused by another rule.
    private static double? LimitOf(Slo slo, SloMethod method, string environment)
    {
        if (method.Section.IsOpen)
        {
            return null;
        }

        KeyPromise promise = slo.Promises[0];
        Agreement agreement = Agreement.Of(promise, method.Thresholds.File, method.Section.Name, environment);
        return agreement.Problem is null ? promise.Enforced(agreement.Threshold?.Value) : null;
    }

    // As NUnit shows it, with the arguments of the case.
    private static string NameOf(BaselineEntry entry, SloMethod method)
    {
        INamespaceSymbol space = method.Method.ContainingNamespace;
        return space.IsGlobalNamespace ? entry.Test : entry.Test.Substring(space.ToDisplayString().Length + 1);
    }

    private static string LaunchesOf(BaselineEntry entry) => entry.Launches switch
    {
        0 => "",
        1 => " (1 launch)",
        _ => $" ({entry.Launches.ToString(CultureInfo.InvariantCulture)} launches)",
    };
}
