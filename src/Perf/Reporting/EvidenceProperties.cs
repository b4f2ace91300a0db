using System.Globalization;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>
/// The evidence of judgements as properties of their test: <c>perf.time.ratio</c> is <c>1.152</c>; of a second promise of the same
/// metric <c>perf.time.2.ratio</c>.
/// </summary>
public static class EvidenceProperties
{
    /// <summary>Names and values, numbers in the unit of the metric; what is unknown is absent.</summary>
    /// <param name="judgements">Those of one test, in the order of its attributes.</param>
    public static IReadOnlyList<(string Name, string? Value)> Of(IReadOnlyList<JudgementDocument> judgements) =>
    [
        .. judgements.GroupBy(judgement => judgement.Metric)
            .SelectMany(metric => metric.Index().SelectMany(promise => Of(promise.Item, promise.Index == 0 ? metric.Key : FormattableString.Invariant($"{metric.Key}.{promise.Index + 1}")))),
    ];

    private static IReadOnlyList<(string Name, string? Value)> Of(JudgementDocument judgement, string name)
    {
        string prefix = $"perf.{name}";
        (string Name, string? Value)[] all =
        [
            ($"{prefix}.verdict", judgement.Verdict),
            ($"{prefix}.promise", judgement.Attribute),
            ($"{prefix}.unit", judgement.Unit),
            ($"{prefix}.current", Number(judgement.Current)),
            ($"{prefix}.limit", Number(judgement.Limit)),
            ($"{prefix}.baseline", Number(judgement.Baseline)),
            ($"{prefix}.ratio", Number(judgement.Ratio)),
            ($"{prefix}.ratio.lower", Number(judgement.RatioBounds?.Lower)),
            ($"{prefix}.ratio.upper", Number(judgement.RatioBounds?.Upper)),
            ($"{prefix}.launches", judgement.Launches.ToString(CultureInfo.InvariantCulture)),
            ($"{prefix}.samples", judgement.Samples.ToString(CultureInfo.InvariantCulture)),
        ];
        return [.. all.Where(property => property.Value is not null)];
    }

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
