using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>A key that no attribute could ever read.</summary>
internal sealed class UnknownKeyInFile() : FileRule([ThresholdProblemKind.UnknownKey], Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2002",
        "A key of thresholds.yaml must be a known one",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2002"));
}
