using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Offers the remedies of a rule's findings, one by one or for all of a kind.</summary>
/// <param name="ids">The rules.</param>
public abstract class Fix(params string[] ids) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Remedy remedy in await RemediesOf(diagnostic, document, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        remedy.Title,
                        cancellation => Remedies.Apply(document.Project.Solution, [(document.Id, remedy)], cancellation),
                        remedy.Key),
                    diagnostic);
            }
        }
    }

    internal async Task<IReadOnlyList<Remedy>> RemediesOf(
        Diagnostic diagnostic, Document document, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node is null ? [] : [.. Find(diagnostic, node, node.FirstAncestorOrSelf<AttributeSyntax>())];
    }

    /// <summary>The remedies of a finding, the likeliest first.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="node">Where it is.</param>
    /// <param name="attribute">The attribute there; null where it is not on one.</param>
    private protected abstract IEnumerable<Remedy> Find(Diagnostic diagnostic, SyntaxNode node, AttributeSyntax? attribute);
}
