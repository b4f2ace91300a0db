using System.Globalization;
using Perf.Measurement.Devices;
using Perf.Metrics;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>How quiet the measurement was, a fact a line, in words for somebody who did not write the test.</summary>
internal static class NoiseFacts
{
    /// <summary>The facts of a test; none where nothing was measured.</summary>
    public static IReadOnlyList<FactView> Of(TestDocument test)
    {
        List<FactView> facts = [];
        JudgementDocument? noisy = test.Judgements.FirstOrDefault(judgement => judgement.Spread is not null)
            ?? test.Judgements.FirstOrDefault(judgement => judgement.Control is not null)
            ?? test.Judgements.FirstOrDefault(judgement => judgement.SmallestDetectablePercent is not null);
        if (noisy?.SmallestDetectablePercent is { } smallest && double.IsFinite(smallest))
        {
            Add("Smallest change that this run could tell", $"{Number(smallest)} %");
        }

        if (noisy?.Spread is { } spread)
        {
            Add("Pairs of one round differ by", Percent(spread.Pairs));
            Add("Rounds of one process differ by", Percent(spread.Rounds));
            Add("Processes differ by", Percent(spread.Launches));
        }
        else if (noisy?.Control is { } control)
        {
            Add("Control (a fixed piece of work beside each call)", $"{control.Control}, took ×{Ratio(control.ControlRatio)} of when the baseline was recorded");
            Add("Sentinel (a loop in registers alone)", $"took ×{Ratio(control.SentinelRatio)}; 1.00 is an undisturbed processor of the same speed");
            Add("Calls that somebody else disturbed", $"{Number(control.Disturbed * 100)} %");
            Add("Processes differ by", Percent(control.Luck));
            Add("Processes that could not be compared", control.NotComparable == 0 ? "" : control.NotComparable.ToString(CultureInfo.InvariantCulture));
        }

        if (noisy is { SetAside: > 0 })
        {
            Add("Samples set aside because they say nothing", $"{Number(noisy.SetAside * 100)} %");
        }

        Add("Device", DeviceReport.Of(test.Judgements.Select(judgement => judgement.Device)) is { } device ? DeviceText.Of(device) : "");
        Add("Warm-up", WarmUp(test));
        Add("Busy processes on the machine (mean of a minute)", test.Controlled.Select(launch => launch.Load).Max() is { } load ? Number(load) : "");
        Add("Garbage collections while measuring", Collections(test));
        return facts;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                facts.Add(new FactView(name, value));
            }
        }
    }

    private static string WarmUp(TestDocument test)
    {
        Measurement.WarmUpReport[] reports =
            [.. test.Duets.Select(duet => duet.WarmUp), .. test.Controlled.Select(launch => launch.WarmUp), .. test.Launches.Select(launch => launch.WarmUp)];
        if (reports.Length == 0)
        {
            return "";
        }

        string unsettled = reports.All(report => report.Settled) ? "" : "; the runtime still compiled at its end, or a device had not come to its pace, so the numbers may be of code that was to become faster";
        return $"{reports.Sum(report => report.Calls)} calls, {Quantity.Seconds(reports.Sum(report => report.Seconds))}{unsettled}";
    }

    private static string Collections(TestDocument test) => test.Launches.Count == 0
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Launches.Sum(launch => launch.Collections.Generation0)} young, {test.Launches.Sum(launch => launch.Collections.Generation1)} middle, ")
            + $"{test.Launches.Sum(launch => launch.Collections.Generation2)} full; paused {Quantity.Seconds(test.Launches.Sum(launch => launch.Collections.PauseSeconds))}";

    private static string Percent(double? deviation) => deviation is { } known && double.IsFinite(known) ? $"{Number(known * 100)} %" : "";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
