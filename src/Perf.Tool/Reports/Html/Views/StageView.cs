using System.Globalization;
using MathNet.Numerics.Statistics;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Metrics;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>A stage of the body: what it takes, and how it moved.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Time">What it takes in an iteration; empty where only its change is known.</param>
/// <param name="Share">Its part of the iteration; empty where it is not known.</param>
/// <param name="Bar">The same as the width of a bar, 0 to 100.</param>
/// <param name="Change">How it moved; empty where it did not, or nothing is known.</param>
/// <param name="Kind">The class of the change in the style sheet.</param>
internal sealed record StageView(string Name, string Time, string Share, int Bar, string Change, string Kind)
{
    /// <summary>The stages of a test, those that moved first and the largest of the others after them.</summary>
    public static IReadOnlyList<StageView> Of(TestDocument test)
    {
        Dictionary<string, (double Seconds, double Share)> times = [];
        foreach (LaunchSamples launch in test.Launches.Take(1))
        {
            double whole = launch.WallSeconds.Count == 0 ? double.NaN : launch.WallSeconds.Median();
            foreach (InstrumentSamples instrument in launch.Instruments.Where(one => one.IsDuration && one.PerIteration.Count > 0))
            {
                if (NameOf(instrument.Selector) is { } name)
                {
                    double seconds = instrument.PerIteration.Median() * UnitSeconds(instrument.Unit);
                    times[name] = (seconds, seconds / whole);
                }
            }
        }

        StageShift[] shifts = [.. test.Judgements.SelectMany(judgement => judgement.Stages).DistinctBy(shift => shift.Stage)];
        return
        [
            .. shifts.Select(shift => View(shift.Stage, times.TryGetValue(shift.Stage, out var time) ? time : null, shift)),
            .. times.Where(time => shifts.All(shift => shift.Stage != time.Key))
                .OrderByDescending(time => time.Value.Seconds)
                .Select(time => View(time.Key, time.Value, null)),
        ];
    }

    private static StageView View(string name, (double Seconds, double Share)? time, StageShift? shift)
    {
        double share = time is { } known && double.IsFinite(known.Share) ? Math.Clamp(known.Share, 0, 1) : double.NaN;
        return new StageView(
            name,
            time is { } some && double.IsFinite(some.Seconds) ? Quantity.Seconds(some.Seconds) : "",
            double.IsFinite(share) ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %") : "",
            double.IsFinite(share) ? (int)Math.Round(share * 100) : 0,
            shift is null ? "" : $"{Quantity.Percent((shift.Ratio - 1) * 100)} ({Signed(shift.Seconds)})",
            shift switch { null => "", { Seconds: > 0 } => "worse", _ => "better" });
    }

    private static string Signed(double seconds) => $"{(seconds < 0 ? "−" : "+")}{Quantity.Seconds(Math.Abs(seconds))}";

    // An instrument without tags is of the whole body, no stage of it.
    private static string? NameOf(string selector)
    {
        try
        {
            InstrumentSelector parsed = InstrumentSelector.Parse(selector);
            return parsed.Tags.Count == 0
                ? null
                : string.Join(' ', parsed.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static double UnitSeconds(string? unit) => unit switch { "ns" => 1e-9, "us" => 1e-6, "ms" => 1e-3, "min" => 60, "h" => 3600, _ => 1 };
}
