using Perf.Runs;
using Perf.Thresholds;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>Where limit and tolerance lie on the scale of a judgement's ratio, on which more is worse.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="LowerTolerance">Where the zone begins in which no verdict is claimed.</param>
/// <param name="UpperTolerance">Where it ends.</param>
/// <param name="HasBaseline">Whether the ratio is to a baseline, so that 1 is no change; otherwise 1 is the limit.</param>
internal sealed record RatioScale(double Limit, double LowerTolerance, double UpperTolerance, bool HasBaseline)
{
    /// <summary>The scale of a judgement.</summary>
    public static RatioScale Of(JudgementDocument judgement)
    {
        double allowed = (judgement.AllowedPercent ?? 0) / 100;
        double tolerance = judgement.TolerancePercent / 100;
        return judgement.Better == Direction.HigherIsBetter
            ? new RatioScale(1 / (1 - allowed), 1 / (1 - allowed + tolerance), 1 / (1 - allowed - tolerance), judgement.AllowedPercent is not null)
            : new RatioScale(1 + allowed, 1 + allowed - tolerance, 1 + allowed + tolerance, judgement.AllowedPercent is not null);
    }
}
