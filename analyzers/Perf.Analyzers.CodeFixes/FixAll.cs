using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Perf.Analyzers.CodeFixes;

/// <summary>
/// Mends all findings of a kind at once, in source files and in the files beside them; the usual provider merges changes of
/// source files only.
/// </summary>
internal sealed class FixAll : FixAllProvider
{
    public static FixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        List<(DocumentId Document, Remedy Remedy)> remedies = [];
        foreach (Diagnostic diagnostic in await Findings(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                IReadOnlyList<Remedy> offered = await ((Fix)context.CodeFixProvider)
                    .RemediesOf(diagnostic, document, context.CancellationToken).ConfigureAwait(false);
                if (offered.FirstOrDefault(remedy => remedy.Key == context.CodeActionEquivalenceKey) is { } alike)
                {
                    remedies.Add((document.Id, alike));
                }
            }
        }

        return remedies.Count == 0 ? null : CodeAction.Create(
            remedies[0].Remedy.Title,
            cancellation => Remedies.Apply(context.Solution, remedies, cancellation),
            context.CodeActionEquivalenceKey);
    }

    private static async Task<IReadOnlyList<Diagnostic>> Findings(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document && context.Document is { } document)
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        List<Diagnostic> all = [];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> found = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            all.AddRange(found);
        }

        return all;
    }
}
