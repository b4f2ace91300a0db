using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Model;

/// <summary>A promise as it stands in the source.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Syntax">Where it stands.</param>
/// <param name="Name">Its name without the suffix: <c>MaxDuration</c>.</param>
/// <param name="Metric">The metric it bounds, so that two promises about one can be told.</param>
/// <param name="Promises">What it says, one for each key that it takes.</param>
internal sealed record Slo(
    AttributeData Attribute,
    AttributeSyntax Syntax,
    string Name,
    string Metric,
    IReadOnlyList<KeyPromise> Promises)
{
    /// <summary>What of a baseline it is judged against; null for an absolute limit.</summary>
    public RecordedMetric? Recorded { get; init; }

    public Location Location => Syntax.GetLocation();

    /// <summary>The attribute as a reader finds it in the code, on one line.</summary>
    public string Text => $"[{Syntax.WithoutTrivia().ToString().Replace("\r", "").Replace("\n", " ")}]";
}
