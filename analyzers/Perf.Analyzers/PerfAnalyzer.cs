using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Perf.Analyzers.Model;
using Perf.Analyzers.Rules;
using Perf.Thresholds;

namespace Perf.Analyzers;

/// <summary>
/// Holds the promises of a compilation against thresholds.yaml and the baselines. One analyzer for all rules: attributes are
/// read once, and each rule sees what was read.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PerfAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RuleBook.All.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (PerfTypes.Of(context.Compilation) is not { } types)
        {
            return;
        }

        PerfFiles files = new(context.Options, context.CancellationToken);
        ThresholdsInCompilation thresholds = files.Thresholds(text =>
            context.TryGetValue(text, PerfFiles.ThresholdsProvider, out ThresholdsFile? file) ? file : null);
        IReadOnlyList<BaselineInCompilation> baselines = files.Baselines(text =>
            context.TryGetValue(text, PerfFiles.BaselineProvider, out BaselineContent? content) ? content : null);
        SeenCompilation seen = new(context.Compilation, types, thresholds, baselines);
        context.RegisterAdditionalFileAction(file => VisitFile(file, thresholds));
        context.RegisterSymbolAction(
            symbol => VisitMethod((IMethodSymbol)symbol.Symbol, seen, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method);
        context.RegisterSymbolAction(
            symbol => VisitSection(symbol.Symbol, seen, symbol.ReportDiagnostic), SymbolKind.NamedType);
        context.RegisterSemanticModelAction(model => RuleBook.UnsteadyBody.Check(model, types));
        context.RegisterCompilationEndAction(end => End(seen, end.ReportDiagnostic));
    }

    private static void VisitFile(AdditionalFileAnalysisContext file, ThresholdsInCompilation thresholds)
    {
        // By reference: a build may name one file twice.
        if (file.AdditionalFile == thresholds.Source)
        {
            foreach (FileRule rule in RuleBook.OfFiles)
            {
                rule.Check(thresholds, file.ReportDiagnostic);
            }
        }
    }

    private static void VisitMethod(
        IMethodSymbol method, SeenCompilation seen, Action<Diagnostic> report, CancellationToken cancellation)
    {
        // The two parts of a partial method are two symbols with the attributes of both.
        if (method.PartialDefinitionPart is not null)
        {
            return;
        }

        VisitSection(method, seen, report);
        if (SloMethod.Read(method, seen.Types, seen.Thresholds, cancellation) is { } slo)
        {
            seen.Add(slo);
            foreach (MethodRule rule in RuleBook.OfMethods)
            {
                rule.Check(slo, report);
            }
        }
    }

    private static void VisitSection(ISymbol symbol, SeenCompilation seen, Action<Diagnostic> report)
    {
        if (SectionOfTest.On(symbol, seen.Types) is { } section)
        {
            seen.AddSectioned(symbol);
            RuleBook.UnknownSection.CheckSection(section, seen.Thresholds, report);
        }
    }

    private static void End(SeenCompilation seen, Action<Diagnostic> report)
    {
        VisitSection(seen.Compilation.Assembly, seen, report);
        foreach (CompilationRule rule in RuleBook.OfCompilations)
        {
            rule.Check(seen, report);
        }
    }
}
