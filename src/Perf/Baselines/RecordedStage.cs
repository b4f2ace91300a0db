using System.Text.Json.Serialization;
using MathNet.Numerics.Statistics;
using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Baselines;

/// <summary>What a stage of a body took when its baseline was recorded, so that a failure can say where.</summary>
/// <param name="Instrument">The instrument that records it, with its tags.</param>
/// <param name="LogRatio">The median over the launches of ln(stage / control), in the body's own time.</param>
/// <param name="StandardError">How well that is known, the luck of processes included.</param>
/// <param name="Seconds">What the stage took in an iteration, s.</param>
public sealed record RecordedStage(
    [property: JsonRequired] string Instrument,
    [property: JsonRequired] double LogRatio,
    [property: JsonRequired] double StandardError,
    [property: JsonRequired] double Seconds)
{
    /// <summary>The stages of a body.</summary>
    /// <param name="launches">At least one launch beside a control.</param>
    public static IReadOnlyList<RecordedStage> Of(IReadOnlyList<ControlledSamples> launches) =>
    [
        .. StageShift.StagesOf(launches[0].Subject.Samples)
            .Select(stage => Of(stage, launches))
            .OfType<RecordedStage>(),
    ];

    /// <summary>The median over launches of ln(stage / control), and how well it is known; null where a launch did not record it.</summary>
    /// <param name="instrument">The stage.</param>
    /// <param name="launches">At least one launch.</param>
    public static Estimate? RatioOf(string instrument, IReadOnlyList<ControlledSamples> launches)
    {
        // Stages are recorded in wall time: where the body's own time is CPU time, each gets its share of that.
        bool inWall = launches.Any(launch => launch.NeedsWall);
        launches = inWall ? launches : [.. launches.Select(launch => launch with { Subject = StageShift.OnProcessor(launch.Subject), Wall = launch.Cpu })];
        try
        {
            Estimate[] estimates = [.. launches.Select(launch => ControlledEstimate.Of(
                Reading(instrument), Direction.LowerIsBetter, launch, inWall: true, ControlledEstimate.FloorSeconds(launches, inWall: true)).Estimate)];
            double luck = estimates.Length < 2
                ? LaunchRule.LuckOfFile
                : Math.Max(LaunchRule.LuckOfFile, estimates.Select(estimate => estimate.Value).StandardDeviation());
            double variance = estimates.Average(estimate => estimate.StandardError * estimate.StandardError) + (luck * luck);
            return new Estimate(estimates.Select(estimate => estimate.Value).Median(), Math.Sqrt(variance / estimates.Length));
        }
        catch (MeasurementException)
        {
            return null;
        }
    }

    private static RecordedStage? Of(InstrumentSamples stage, IReadOnlyList<ControlledSamples> launches)
    {
        if (RatioOf(stage.Selector, launches) is not { } ratio)
        {
            return null;
        }

        double value = launches.Select(launch => ControlledValues.Of(Reading(stage.Selector), launch, inWall: true).Where(double.IsFinite).Median()).Median();
        return new RecordedStage(
            stage.Selector,
            SignificantDigits.Round(ratio.Value),
            SignificantDigits.Round(ratio.StandardError),
            SignificantDigits.Round(value * StageShift.UnitSeconds(stage.Unit)));
    }

    private static Reading.InstrumentValue Reading(string instrument) => new(InstrumentSelector.Parse(instrument));
}
