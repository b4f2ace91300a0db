using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>A number that can never take effect, since the file's is stricter in every environment.</summary>
internal sealed class LooserThanTheFile() : LiteralRule(LiteralStanding.Looser, Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1008",
        "A number may only tighten the file's",
        "{0} is looser than {2}, the number of {3} in thresholds.yaml, and can never take effect; tighten it, or give the test a section of its own",
        Category.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1008"));
}
