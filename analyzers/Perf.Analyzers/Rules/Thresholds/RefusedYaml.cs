using Microsoft.CodeAnalysis;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Thresholds;

/// <summary>YAML that a policy does not need, or too much of it.</summary>
internal sealed class RefusedYaml() : FileRule(
    [
        ThresholdProblemKind.TooLarge,
        ThresholdProblemKind.TooDeep,
        ThresholdProblemKind.AliasRefused,
        ThresholdProblemKind.TagRefused,
        ThresholdProblemKind.DocumentRefused,
    ],
    Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF2008",
        "thresholds.yaml must be one small, plain document",
        "{0}",
        Category.Thresholds,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF2008"));
}
