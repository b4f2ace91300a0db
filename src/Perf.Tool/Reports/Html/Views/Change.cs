using System.Globalization;
using Perf.Metrics;
using Perf.Runs;
using Perf.Thresholds;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>By how much something changed, in words of its metric: <c>25.0 % slower</c>.</summary>
internal static class Change
{
    /// <summary>The change of a judgement; empty where nothing was measured.</summary>
    public static string Of(JudgementDocument judgement) => judgement switch
    {
        { Current: not { } } => "",
        { Baseline: 0, Current: 0 } => "unchanged",
        { Baseline: 0 } => $"{Quantity.Of(judgement.Current.Value, judgement.Unit)}, from {Quantity.Of(0, judgement.Unit)}",
        { Baseline: { } baseline } => InWords(judgement, ((judgement.Current.Value / baseline) - 1) * 100),
        { Limit: { } limit } => BesideLimit(judgement, judgement.Current.Value, limit),
        _ => "",
    };

    /// <summary>What was allowed: <c>allowed 10 %</c>, <c>limit 5 s</c>.</summary>
    public static string Allowed(JudgementDocument judgement) => judgement switch
    {
        { Baseline: not null, AllowedPercent: { } percent } => $"allowed {Number(percent)} %",
        { Limit: { } limit } => $"{(judgement.Better == Direction.HigherIsBetter ? "at least" : "at most")} {Quantity.Of(limit, judgement.Unit)}",
        _ => "",
    };

    /// <summary>A ratio, on which more is worse, as the change that it is: <c>+13.5 %</c>.</summary>
    public static string OfRatio(JudgementDocument judgement, double ratio) =>
        Quantity.Percent(((judgement is { Better: Direction.HigherIsBetter, Baseline: not null } ? 1 / ratio : ratio) - 1) * 100);

    /// <summary>A ratio to an absolute limit, on which more is worse, as the place of the value beside it: <c>33.9 % over</c>.</summary>
    public static string OfLimit(JudgementDocument judgement, double ratio)
    {
        double percent = ((judgement.Better == Direction.HigherIsBetter ? 1 / ratio : ratio) - 1) * 100;
        return $"{Number(Math.Abs(percent))} % {(percent > 0 ? "over" : "under")}";
    }

    private static string InWords(JudgementDocument judgement, double percent)
    {
        string amount = $"{Math.Abs(percent).ToString("0.0", CultureInfo.InvariantCulture)} %";
        return amount == "0.0 %" ? "unchanged" : $"{amount} {Word(judgement, percent > 0)}";
    }

    private static string Word(JudgementDocument judgement, bool isMore) => (judgement.Unit, judgement.Better, isMore) switch
    {
        ("s", _, true) => "slower",
        ("s", _, false) => "faster",
        ({ } unit, Direction.HigherIsBetter, true) when unit.EndsWith("/s", StringComparison.Ordinal) => "faster",
        ({ } unit, Direction.HigherIsBetter, false) when unit.EndsWith("/s", StringComparison.Ordinal) => "slower",
        (_, _, true) => "more",
        _ => "less",
    };

    private static string BesideLimit(JudgementDocument judgement, double current, double limit)
    {
        if (current == limit)
        {
            return "exactly at the limit";
        }

        if (limit == 0)
        {
            return Quantity.Of(current, judgement.Unit);
        }

        if (judgement.Unit == "%")
        {
            return $"{Number(Math.Abs(current - limit))} points {(current > limit ? "over" : "under")} the limit";
        }

        double percent = ((current / limit) - 1) * 100;
        string amount = $"{Number(Math.Abs(percent))} %";
        return $"{amount} {(percent > 0 ? "over" : "under")} the limit";
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
