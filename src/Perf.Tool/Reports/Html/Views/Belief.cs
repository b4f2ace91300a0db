using System.Globalization;
using Perf.Runs;
using Perf.Tool.Reports.Html.Plots;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>Whether to believe a verdict, and why, in a sentence or two for somebody who did not write the test.</summary>
internal static class Belief
{
    // Half of the calls beside somebody else on the core: what was measured is measured, but a reader should know.
    private const double BusyShare = 0.3;

    /// <summary>The words; empty where the verdict says it all.</summary>
    public static string Of(JudgementDocument judgement) =>
        (Words(judgement) + (judgement.HeldAgainst ? " Strict mode fails the test for want of an answer." : "")).Replace(" %", "\u00A0%", StringComparison.Ordinal);

    private static string Words(JudgementDocument judgement) => VerdictKinds.Of(judgement) switch
    {
        VerdictKind.Regressed => Regressed(judgement) + Busy(judgement),
        VerdictKind.Suspected => "Perhaps: it looks like a regression, but what it was compared with is not sharp enough to call it one." + Bounds(judgement, " The change lies between {0} and {1}.", ""),
        VerdictKind.Inconclusive => Inconclusive(judgement) + Busy(judgement),
        VerdictKind.NotComparable => "There is no answer: nothing here can be compared with it.",
        VerdictKind.New => "There is nothing to do: it has nothing to be compared with yet.",
        VerdictKind.Improved => judgement.RatioBounds is null
            ? "Believe it: this is counted, so noise cannot have caused it."
            : "Believe it: " + Bounds(judgement, "even the cautious end of the 99 % bounds ({1}) is better than before.", ""),
        _ => Kept(judgement),
    };

    private static string Regressed(JudgementDocument judgement)
    {
        if (judgement.RatioBounds is not { } bounds)
        {
            return "Believe it: this is counted, so noise cannot have caused it.";
        }

        RatioScale scale = RatioScale.Of(judgement);
        string who = judgement.Launches == 1 ? "one process says so" : $"{judgement.Launches} separate processes agree";
        string least = Place(judgement, judgement.RatioBounds!.Value.Lower);
        return bounds.Lower >= scale.Limit
            ? $"Believe it: {who}, and even the most favourable end of the 99 % bounds ({least}) is beyond the limit."
            : $"Believe it, but it is close: {who}, and the 99 % bounds begin at {least}, just inside the tolerance around the limit.";
    }

    private static string Inconclusive(JudgementDocument judgement)
    {
        string told = judgement is { Baseline: not null, SmallestDetectablePercent: { } smallest } && double.IsFinite(smallest)
            ? string.Create(CultureInfo.InvariantCulture, $" This run could have told a change of {smallest:0.0} % or more.")
            : "";
        string where = judgement.Baseline is null
            ? "No answer yet: it lies between {0} and {1} the limit, with 99 % confidence."
            : "No answer yet: the change lies between {0} and {1}, with 99 % confidence.";
        return Bounds(judgement, where, "No answer: the measurement could not tell.") + told;
    }

    private static string Kept(JudgementDocument judgement) => judgement switch
    {
        { RatioBounds: null, Reason: { Length: > 0 } } => "",
        { RatioBounds: null } => "Counted, so noise has no part in it.",
        { Baseline: null } => Bounds(judgement, "It lies between {0} and {1} the limit, with 99 % confidence.", ""),
        _ => Bounds(judgement, "The change lies between {0} and {1}, with 99 % confidence.", ""),
    };

    private static string Busy(JudgementDocument judgement) => judgement.Control is { } control && control.Disturbed > BusyShare
        ? string.Create(CultureInfo.InvariantCulture, $" The machine was busy: somebody else disturbed {control.Disturbed * 100:0} % of the calls.")
        : "";

    private static string Bounds(JudgementDocument judgement, string format, string otherwise) => judgement.RatioBounds is { } bounds
        ? string.Format(CultureInfo.InvariantCulture, format, Place(judgement, bounds.Lower), Place(judgement, bounds.Upper))
        : otherwise;

    private static string Place(JudgementDocument judgement, double ratio) =>
        judgement.Baseline is null ? Change.OfLimit(judgement, ratio) : Change.OfRatio(judgement, ratio);
}
