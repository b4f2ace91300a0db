using System.Globalization;
using System.Text;
using Perf.Duets;
using Perf.Judging;
using Perf.Metrics;
using Perf.Runs;
using Perf.Thresholds;

namespace Perf.Reporting;

/// <summary>The message of a broken promise: what, by how much, against what, how sure, and what to do.</summary>
public static class FailureMessage
{
    /// <summary>The whole message, several lines.</summary>
    public static string Of(JudgementDocument judgement, TestReference test)
    {
        StringBuilder text = new();
        text.Append(Title(judgement)).Append('\n');
        if (judgement.Baseline is { } baseline)
        {
            Line(text, "Baseline:", Quantity.Of(baseline, judgement.Unit), judgement.BaselineSource ?? "");
        }

        Line(text, "Current:", JudgementTable.Value(judgement.Current, judgement.Unit), Evidence(judgement));
        Line(text, judgement.Baseline is null ? "Limit:" : "Allowed:", JudgementTable.Value(judgement.Limit, judgement.Unit), Allowed(judgement));
        string beyond = judgement is { Current: { } measured, Limit: { } limit } ? Quantity.Of(Math.Abs(measured - limit), judgement.Unit) : JudgementTable.Value(null, "");
        Line(text, judgement.Better == Direction.HigherIsBetter ? "Missed by:" : "Exceeded by:", beyond, "");
        if (judgement.Stages.Count > 0)
        {
            Line(text, "Where:", Where(judgement), "");
        }

        if (Noise(judgement) is { Length: > 0 } noise)
        {
            Line(text, "Noise:", noise, "");
        }

        if (judgement.Device is { } device)
        {
            Line(text, "Device:", DeviceText.Of(device), "");
        }

        Line(text, "Reproduce:", test.Reproduce, "");
        if (judgement.Baseline is not null)
        {
            Line(text, "Accept:", test.Accept, "");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The first line alone: what broke, and by how much.</summary>
    public static string Title(JudgementDocument judgement)
    {
        bool lower = judgement.Better == Direction.LowerIsBetter;
        if (judgement is { Baseline: { } baseline, AllowedPercent: { } percent })
        {
            string allowed = Quantity.Percent(lower ? percent : -percent).Replace(".0 %", " %", StringComparison.Ordinal);
            return $"{judgement.Title} regression: {Change(judgement, baseline)} (allowed {allowed})";
        }

        string current = JudgementTable.Value(judgement.Current, judgement.Unit);
        string limit = JudgementTable.Value(judgement.Limit, judgement.Unit);
        return lower
            ? $"{judgement.Title} exceeds its limit: {current} (at most {limit})"
            : $"{judgement.Title} falls below its limit: {current} (at least {limit})";
    }

    /// <summary>What a judgement rests on: <c>2 launches, 48 pairs</c>; empty where nothing was measured.</summary>
    internal static string Effort(JudgementDocument judgement) => judgement.Launches == 0
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{judgement.Launches} {(judgement.Launches == 1 ? "launch" : "launches")}, {judgement.Samples} {Samples(judgement)}");

    private static string Samples(JudgementDocument judgement) => judgement switch
    {
        { Spread: not null } => "pairs",
        { Control: not null } => "calls",
        _ => "samples",
    };

    /// <summary>Ratio, bounds and effort behind a judgement.</summary>
    public static string Evidence(JudgementDocument judgement)
    {
        List<string> parts = [];
        if (judgement.Ratio is { } ratio && judgement.RatioBounds is { } bounds)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"ratio {ratio:0.000}, 99 % bounds {bounds.Lower:0.000} … {bounds.Upper:0.000}"));
        }
        else if (judgement.Reason.Length > 0)
        {
            parts.Add(judgement.Reason);
        }

        if (judgement.Launches > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Effort(judgement)}, {judgement.Seconds:0.0} s{Clock(judgement)}"));
        }

        return string.Join("; ", parts);
    }

    /// <summary>How much the measurement varied, and what could be told in spite of it; empty for what is exact.</summary>
    internal static string Noise(JudgementDocument judgement)
    {
        if (judgement is { Spread: null, Control: { } control })
        {
            return Noise(control, judgement.SetAside) + Told(judgement.SmallestDetectablePercent);
        }

        if (judgement.SmallestDetectablePercent is not { } smallest)
        {
            return "";
        }

        if (judgement.Spread is not { } spread)
        {
            string reference = judgement.Baseline is null ? "limit" : "baseline";
            return string.Create(CultureInfo.InvariantCulture, $"smallest change from the {reference} that this run could tell {smallest:0.0} %");
        }

        (string Level, double? Deviation)[] levels =
            [("pairs", spread.Pairs), ("rounds", spread.Rounds), ("launches", spread.Launches)];
        IEnumerable<string> known = levels
            .Where(level => level.Deviation is not null)
            .Select(level => string.Create(CultureInfo.InvariantCulture, $"{level.Level} {level.Deviation * 100:0.0} %"));
        return string.Join(", ", known) + Told(smallest);
    }

    // Nothing could be told where no launch could be compared.
    private static string Told(double? smallestPercent) => smallestPercent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"; smallest change that this run could tell {percent:0.0} %")
        : "";

    private static string Noise(ControlEvidence control, double setAside)
    {
        string launches = control.Luck is { } luck ? string.Create(CultureInfo.InvariantCulture, $", launches {luck * 100:0.0} %") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"control {control.Control} ×{control.ControlRatio:0.00}, sentinel ×{control.SentinelRatio:0.00} of the recorded; ")
            + string.Create(CultureInfo.InvariantCulture, $"{control.Disturbed * 100:0} % of the calls disturbed, {setAside * 100:0} % set aside{launches}");
    }

    private static string Clock(JudgementDocument judgement) => judgement.Clock is { } clock ? $", {clock}" : "";

    /// <summary>The stages that moved: <c>forward +29.7 %, load −0.3 %</c>.</summary>
    internal static string Where(JudgementDocument judgement) => string.Join(", ", judgement.Stages.Select(Stage));

    private static string Stage(StageShift stage) => $"{stage.Stage} {Quantity.Percent((stage.Ratio - 1) * 100)}";

    // Something that was 0 has grown by no percentage.
    private static string Change(JudgementDocument judgement, double baseline) => judgement.Current is { } current && baseline != 0
        ? Quantity.Percent(((current / baseline) - 1) * 100)
        : $"{JudgementTable.Value(judgement.Current, judgement.Unit)}, from {Quantity.Of(baseline, judgement.Unit)}";

    private static string Allowed(JudgementDocument judgement) => judgement.AllowedPercent is not { } percent
        ? $"({judgement.Place})"
        : $"baseline {(judgement.Better == Direction.LowerIsBetter ? '+' : '−')} {Quantity.Number(percent)} %  ({judgement.Place})";

    private static void Line(StringBuilder text, string label, string value, string detail) =>
        text.Append("  ").Append(label.PadRight(13)).Append(detail.Length == 0 ? value : $"{value}  {detail}").Append('\n');
}
