using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A rule about a number of an attribute beside the file's numbers.</summary>
/// <param name="standing">The standing that it reports.</param>
/// <param name="descriptor">Its id, severity and text: attribute, number, file's number and place.</param>
internal abstract class LiteralRule(LiteralStanding standing, DiagnosticDescriptor descriptor) : MethodRule(descriptor)
{
    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        foreach (Term term in method.Terms.Where(term => term.Problem is null))
        {
            if (LiteralStandings.Of(term, method) == standing)
            {
                report(Finding(term, method));
            }
        }
    }

    private Diagnostic Finding(Term term, SloMethod method)
    {
        Threshold? loosest = LiteralStandings.Loosest(term);
        ImmutableDictionary<string, string?> data = MissingKey.Data(term, method)
            .With(FixData.Argument, term.ArgumentName)
            .With(FixData.Literal, FixData.Text(term.Promise.Literal!.Value))
            .With(FixData.Number, FixData.Text(loosest?.Value ?? term.Promise.Literal.Value))
            .With(FixData.Section, loosest?.Section)
            .With(FixData.HasOverlays, term.Found.Distinct().Count() > 1 ? "true" : null);
        Location? place = loosest is null ? null : method.Thresholds.LocationOf(loosest.Range);
        return Diagnostic.Create(
            Descriptor,
            term.Slo.Location,
            place is null ? null : [place],
            data,
            term.Slo.Text,
            FixData.Text(term.Promise.Literal.Value),
            loosest is null ? "" : FixData.Text(loosest.Value),
            loosest is null ? term.Promise.Key : $"{loosest.Section}.{loosest.Key}");
    }
}
