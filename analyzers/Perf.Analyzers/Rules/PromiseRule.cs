using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules;

/// <summary>A rule about one way in which attribute and file cannot be held together; the run time says the same.</summary>
/// <param name="kind">The way.</param>
/// <param name="descriptor">Its id, severity and text: the attribute, and what is wrong with it.</param>
internal abstract class PromiseRule(PromiseProblemKind kind, DiagnosticDescriptor descriptor) : MethodRule(descriptor)
{
    public override void Check(SloMethod method, Action<Diagnostic> report)
    {
        foreach (Term term in method.Terms)
        {
            if (term.Problem is { } problem && problem.Kind == kind && Concerns(term, method))
            {
                report(Diagnostic.Create(
                    Descriptor,
                    term.Slo.Location,
                    Data(term, problem, method),
                    term.Slo.Text,
                    problem.Message));
            }
        }
    }

    /// <summary>Whether this rule is the one to report it.</summary>
    protected virtual bool Concerns(Term term, SloMethod method) => true;

    /// <summary>What fixes need.</summary>
    protected virtual ImmutableDictionary<string, string?> Data(Term term, PromiseProblem problem, SloMethod method) =>
        FixData.None;
}
