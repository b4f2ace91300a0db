using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Carries remedies out.</summary>
internal static class Remedies
{
    /// <summary>The solution with every remedy carried out.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="remedies">The remedies, each with the source document of its finding.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<Solution> Apply(
        Solution solution, IEnumerable<(DocumentId Document, Remedy Remedy)> remedies, CancellationToken cancellation)
    {
        (DocumentId Document, Remedy Remedy)[] all = [.. remedies];
        foreach (IGrouping<DocumentId, Remedy> document in all.GroupBy(one => one.Document, one => one.Remedy))
        {
            SourceText text = await solution.GetDocument(document.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            IEnumerable<TextChange> changes = WithoutOverlaps(document.SelectMany(remedy => remedy.InCode));
            solution = solution.WithDocumentText(document.Key, text.WithChanges(changes));
        }

        foreach (FileChange change in all.Select(one => one.Remedy.InFile).OfType<FileChange>())
        {
            solution = await Apply(solution, change, cancellation).ConfigureAwait(false);
        }

        return solution;
    }

    // A file that several projects share is a document of each.
    private static async Task<Solution> Apply(Solution solution, FileChange change, CancellationToken cancellation)
    {
        foreach (TextDocument file in solution.Projects
            .SelectMany(project => project.AdditionalDocuments)
            .Where(document => document.FilePath == change.Path || (document.FilePath is null && document.Name == change.Path))
            .ToArray())
        {
            SourceText text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            IReadOnlyList<TextChange> changes = change.Find(text);
            if (changes.Count > 0)
            {
                solution = solution.WithAdditionalDocumentText(file.Id, text.WithChanges(changes));
            }
        }

        return solution;
    }

    // Two findings of one method may ask for the same; what then overlaps is left for the next time.
    private static List<TextChange> WithoutOverlaps(IEnumerable<TextChange> changes)
    {
        List<TextChange> kept = [];
        foreach (TextChange change in changes.Distinct().OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End))
        {
            if (kept.Count == 0 || kept[kept.Count - 1].Span.End < change.Span.Start
                || (kept[kept.Count - 1].Span.End == change.Span.Start && change.Span.Length > 0))
            {
                kept.Add(change);
            }
        }

        return kept;
    }
}
