using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>Two promises about one metric of which one is dead, or which cannot both be kept.</summary>
internal sealed class ContradictingSlos() : MethodRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1010",
        "Two promises about one metric must not contradict",
        "{0} and {1} are about one metric: {2}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1010"));

    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        foreach (IGrouping<string, Term> metric in method.Terms.GroupBy(term => term.Slo.Metric).Where(group => group.Count() > 1))
        {
            Term[] terms = [.. metric];
            for (int later = 1; later < terms.Length; later++)
            {
                Term? other = terms.Take(later).FirstOrDefault(earlier => Contradiction(earlier, terms[later]) is not null);
                if (other is not null)
                {
                    report(Diagnostic.Create(
                        Descriptor,
                        terms[later].Slo.Location,
                        [other.Slo.Location],
                        terms[later].Slo.Text,
                        other.Slo.Text,
                        Contradiction(other, terms[later])));
                }
            }
        }
    }

    private static string? Contradiction(Term earlier, Term later)
    {
        if (earlier.Slo == later.Slo)
        {
            return null;
        }

        if (earlier.Slo.Name == later.Slo.Name)
        {
            return "only the stricter one counts; keep one";
        }

        // The two bounds of an instrument: no number is above the one and below the other.
        Term most = earlier.Promise.Better == Direction.LowerIsBetter ? earlier : later;
        Term least = ReferenceEquals(most, earlier) ? later : earlier;
        return CanBeCompared(most, least) && Loosest(most) < Loosest(least) ? "no number can keep both" : null;
    }

    private static bool CanBeCompared(Term most, Term least) => UnitOf(most) == UnitOf(least)
        || (UnitOf(most) is null && UnitOf(least) is null);

    // Numbers of the attributes are in the unit of the instrument, those of scaled keys in the key's own.
    private static string? UnitOf(Term term) => term.Promise.IsConverted && term.Promise.Literal is null
        ? UnitSuffix.Of(term.Promise.Key!)?.Unit
        : null;

    private static double Loosest(Term term)
    {
        bool isUpper = term.Promise.Better == Direction.LowerIsBetter;
        double[] enforced =
        [
            .. term.Found.Select(threshold => term.Promise.IsConverted ? term.Promise.Literal ?? threshold.Value : term.Promise.Enforced(threshold.Value))
                .Concat(term.Found.Count == 0 ? [term.Promise.Enforced(null)] : [])
                .OfType<double>(),
        ];
        return enforced.Length == 0 ? double.NaN : isUpper ? enforced.Max() : enforced.Min();
    }
}
