using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A section that the file lacks: named with a key, or by <c>[Section]</c>.</summary>
internal sealed class UnknownSection() : PromiseRule(PromiseProblemKind.UnknownSection, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1005",
        "A section must be one of thresholds.yaml",
        "{0}: {1}",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1005"));

    /// <summary>Looks at the section attribute of a method, a class or an assembly.</summary>
    public void CheckSection(AttributeData section, ThresholdsInCompilation thresholds, Action<Diagnostic> report)
    {
        if (!thresholds.IsReadable
            || thresholds.File.IsBuiltIn
            || SectionOfTest.NameOf(section) is not { } name
            || thresholds.File.Sections.Contains(name)
            || section.ApplicationSyntaxReference?.GetSyntax() is not { } syntax)
        {
            return;
        }

        ImmutableArray<string> alike = [.. Spelling.Nearest(name, thresholds.File.Sections)];
        report(Diagnostic.Create(
            Descriptor,
            syntax.GetLocation(),
            Names(name, alike),
            $"[Section(\"{name}\")]",
            $"{thresholds.File.Path} has no section {name}"
                + (alike.Length == 0 ? ": write it there, or name another" : $" (did you mean {string.Join(" or ", alike)}?)")));
    }

    // A name that stands in a [Section] of the source is reported there, once.
    protected override bool Concerns(Term term, SloMethod method) =>
        term.Promise.Section is { } named && !method.Thresholds.File.Sections.Contains(named);

    protected override ImmutableDictionary<string, string?> Data(Term term, PromiseProblem problem, SloMethod method) =>
        Names(term.Promise.Section!, problem.Candidates);

    private static ImmutableDictionary<string, string?> Names(string name, IReadOnlyList<string> candidates) =>
        FixData.None.With(FixData.Name, name)
            .With(FixData.Names, candidates.Count == 0 ? null : string.Join("\n", candidates));
}
