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
            if (DocumentOf(diagnostic, context.Solution) is { } document)
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

    // A tree may have been parsed anew since it was analysed; the path stays.
    private static Document? DocumentOf(Diagnostic diagnostic, Solution solution) =>
        solution.GetDocument(diagnostic.Location.SourceTree)
        ?? solution.GetDocumentIdsWithFilePath(diagnostic.Location.SourceTree?.FilePath ?? "")
            .Select(solution.GetDocument)
            .FirstOrDefault(document => document is not null);

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
