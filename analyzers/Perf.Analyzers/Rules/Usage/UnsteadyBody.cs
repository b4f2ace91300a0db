using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A measured body whose work is another in each run: chance without a seed, or the wall clock.</summary>
internal sealed class UnsteadyBody() : Rule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1018",
        "A measured body should do the same work in every run",
        "'{0}' in the measured body of '{1}' is another in every run; {2}",
        Category.Usage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1018"));

    private const string Seed = "give Random a seed";
    private const string Clock = "give the body a time of its own";

    // A file without one of them has no suspect, and none of its nodes is made. The type of new() may stand in another file.
    private static readonly string[] Words = ["Random", "Now", "Today", "TickCount", "new()", "new ()"];

    public void Check(SemanticModelAnalysisContext context, PerfTypes types)
    {
        SyntaxNode root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        string text = root.ToFullString();
        if (!Words.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0))
        {
            return;
        }

        foreach (MethodDeclarationSyntax method in root.DescendantNodes(MayHoldMethods).OfType<MethodDeclarationSyntax>())
        {
            Check(method, context, types);
        }
    }

    private void Check(MethodDeclarationSyntax method, SemanticModelAnalysisContext context, PerfTypes types)
    {
        if (method.AttributeLists.Count == 0 || ((SyntaxNode?)method.Body ?? method.ExpressionBody) is not { } body)
        {
            return;
        }

        // Names first: what is asked of the compiler costs more than all of them.
        SyntaxNode[] suspects = [.. body.DescendantNodes(node => !IsNameOf(node)).Where(IsSuspect)];
        if (suspects.Length == 0
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || !symbol.GetAttributes().Any(types.IsSlo))
        {
            return;
        }

        foreach (SyntaxNode suspect in suspects)
        {
            if (Remedy(context.SemanticModel.GetSymbolInfo(suspect, context.CancellationToken).Symbol) is { } remedy)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, suspect.GetLocation(), suspect, symbol.Name, remedy));
            }
        }
    }

    private static bool MayHoldMethods(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static bool IsSuspect(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } made => IsNamedRandom(made.Type),
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } made =>
            made.Parent?.Parent?.Parent is not VariableDeclarationSyntax declared || IsNamedRandom(declared.Type),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText
            is "Now" or "UtcNow" or "Today" or "Shared" or "TickCount" or "TickCount64",
        _ => false,
    };

    private static bool IsNamedRandom(TypeSyntax type) => type.ToString().TrimEnd('?').EndsWith("Random", StringComparison.Ordinal);

    private static string? Remedy(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } made when IsSystem(made.ContainingType, "Random") => Seed,
        IPropertySymbol { Name: "Shared" } shared when IsSystem(shared.ContainingType, "Random") => Seed,
        IPropertySymbol { Name: "Now" or "UtcNow" or "Today" } now
            when IsSystem(now.ContainingType, "DateTime") || IsSystem(now.ContainingType, "DateTimeOffset") => Clock,
        IPropertySymbol { Name: "TickCount" or "TickCount64" } ticks when IsSystem(ticks.ContainingType, "Environment") => Clock,
        _ => null,
    };

    private static bool IsSystem(INamedTypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
