using MathNet.Numerics.Statistics;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Duets;

/// <summary>A stage of the body that takes another time in the head build than in the base build.</summary>
/// <param name="Stage">The stage as its tag names it, or the instrument where it has none.</param>
/// <param name="Ratio">head / base.</param>
/// <param name="Seconds">How much longer it takes in an iteration, s.</param>
public sealed record StageShift(string Stage, double Ratio, double Seconds)
{
    // What is less than this is no explanation of anything.
    private const double LeastShare = 0.01;

    // Standard errors that a change must exceed, so that chance names no stage.
    private const double Significance = 3;

    /// <summary>The stages that moved, the largest change first.</summary>
    /// <param name="launches">At least one duet.</param>
    /// <param name="inWall">Whether the body's time is wall time.</param>
    public static IReadOnlyList<StageShift> Among(IReadOnlyList<DuetSamples> launches, bool inWall)
    {
        double body = launches.Average(duet => DuetValues.Of(new Reading.BodyTime(), duet, inWall).Base.Where(double.IsFinite).Median());
        return
        [
            .. StagesOf(launches[0].Head.Samples)
                .Select(instrument => Of(instrument.Selector, launches, inWall))
                .OfType<StageShift>()
                .Where(shift => Math.Abs(shift.Seconds) > LeastShare * body)
                .OrderByDescending(shift => Math.Abs(shift.Seconds)),
        ];
    }

    /// <summary>The instruments that record stages of a body.</summary>
    internal static IEnumerable<InstrumentSamples> StagesOf(LaunchSamples samples)
    {
        InstrumentSamples[] durations = [.. samples.Instruments.Where(instrument => instrument.IsDuration)];

        // Beside histograms with a tag a stage, one without tags is of the whole: it explains nothing.
        bool hasStages = durations.Any(IsStage);
        return durations.Where(instrument => !hasStages || IsStage(instrument));
    }

    /// <summary>A stage as a message names it.</summary>
    internal static string NameOf(string selector) => InstrumentSelector.Parse(selector) is { Tags.Count: > 0 } tagged
        ? string.Join(' ', tagged.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value))
        : selector;

    /// <summary>How many seconds a unit of time has.</summary>
    internal static double UnitSeconds(string? unit) => unit switch
    {
        "ns" => 1e-9,
        "us" => 1e-6,
        "ms" => 1e-3,
        "min" => 60,
        "h" => 3600,
        _ => 1,
    };

    private static bool IsStage(InstrumentSamples instrument) => InstrumentSelector.Parse(instrument.Selector).Tags.Count > 0;

    private static StageShift? Of(string selector, IReadOnlyList<DuetSamples> launches, bool inWall)
    {
        Reading reading = new Reading.InstrumentValue(InstrumentSelector.Parse(selector));
        try
        {
            // Where neighbours disturb a long stage the share of the processor tells more, of a short one its own clock.
            Estimate shift = Mean(reading, launches);
            Estimate shared = inWall ? shift : Mean(reading, [.. launches.Select(OnProcessor)]);
            shift = shared.StandardError < shift.StandardError ? shared : shift;
            double before = launches.Average(duet => UnitSeconds(UnitOf(duet, selector)) * ReadingValues.Of(reading, duet.Base.Samples).Median());
            return Math.Abs(shift.Value) > Significance * shift.StandardError
                ? new StageShift(NameOf(selector), Math.Exp(shift.Value), before * (Math.Exp(shift.Value) - 1))
                : null;
        }
        catch (MeasurementException)
        {
            // Recorded in one build only, or never above 0: no ratio to tell.
            return null;
        }
    }

    private static Estimate Mean(Reading reading, IReadOnlyList<DuetSamples> launches)
    {
        Estimate[] estimates = [.. launches.Select(duet => DuetEstimate.Of(reading, Direction.LowerIsBetter, duet, inWall: true))];
        return new Estimate(
            estimates.Average(estimate => estimate.Value),
            Math.Sqrt(estimates.Sum(estimate => estimate.StandardError * estimate.StandardError)) / estimates.Length);
    }

    // Stages are recorded in wall time: what the thread waited for a processor meanwhile is taken from each by its share.
    private static DuetSamples OnProcessor(DuetSamples duet) => duet with { Base = OnProcessor(duet.Base), Head = OnProcessor(duet.Head) };

    internal static ArmSamples OnProcessor(ArmSamples arm) => arm with
    {
        Samples = arm.Samples with
        {
            Instruments = [.. arm.Samples.Instruments.Select(instrument => instrument with
            {
                PerIteration = [.. instrument.PerIteration.Select(
                    (value, sample) => value * arm.Samples.CpuSeconds[sample] / arm.Samples.WallSeconds[sample])],
            })],
        },
    };

    private static string? UnitOf(DuetSamples duet, string selector) =>
        duet.Base.Samples.Instruments.First(instrument => instrument.Selector == selector).Unit;
}
