using MathNet.Numerics.Statistics;
using Perf.Controlled;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Baselines;

/// <summary>Makes the series of a baseline of launches beside a control, and reads them again as the rule wants them.</summary>
public static class ControlledSeries
{
    /// <summary>The series of a metric.</summary>
    /// <param name="head">The series without its launches: test, metric, version, commit.</param>
    /// <param name="objective">What is read of the launches.</param>
    /// <param name="launches">At least one launch, all beside the same control.</param>
    /// <exception cref="MeasurementException">The metric was never above 0.</exception>
    public static BaselineSeries Of(BaselineSeries head, Objective objective, IReadOnlyList<ControlledSamples> launches)
    {
        (double cpuFloor, double wallFloor) =
            (ControlledEstimate.FloorSeconds(launches, inWall: false), ControlledEstimate.FloorSeconds(launches, inWall: true));
        bool inWall = launches.Any(launch => launch.NeedsWall);
        BaselineLaunch[] recorded = [.. launches.Select(launch => LaunchOf(objective, launch, inWall, cpuFloor, wallFloor))];
        return WithResolution(head with
        {
            Accepted = SignificantDigits.Round(recorded.Select(launch => launch.Median).Median()),
            Launches = recorded,
            Stages = objective.Reading is Reading.BodyTime && RecordedStage.Of(launches) is { Count: > 0 } stages ? stages : null,
            Control = new AcceptedControl(
                launches[0].Control.Name, launches[0].Control.Version, Accepted(recorded, false, cpuFloor), Accepted(recorded, true, wallFloor)),
        });
    }

    /// <summary>
    /// The series with one more launch, the oldest of more than <see cref="BaselineSeries.MostLaunches"/> left out: it enters
    /// the spread and the count, and what was accepted stays.
    /// </summary>
    /// <param name="series">A series with a control.</param>
    /// <param name="objective">What is read of the launch.</param>
    /// <param name="launch">A launch beside the same control.</param>
    /// <param name="at">When it ran.</param>
    public static BaselineSeries With(BaselineSeries series, Objective objective, ControlledSamples launch, DateTimeOffset at)
    {
        AcceptedControl control = series.Control!;
        BaselineLaunch added = LaunchOf(
            objective, launch, NeedsWall(series) || launch.NeedsWall, control.Cpu.SentinelFloorSeconds, control.Wall.SentinelFloorSeconds) with
        {
            At = at,
        };
        return WithResolution(series with { Launches = [.. series.Launches.Append(added).TakeLast(BaselineSeries.MostLaunches)] });
    }

    /// <summary>
    /// A fresh series with the spread of the one whose place it takes: processes of a test differ by as much as before, and a few launches
    /// tell nothing of that. Where the two were measured beside other controls, or are of other work, the fresh series as it is.
    /// </summary>
    /// <param name="fresh">What is accepted now.</param>
    /// <param name="before">What was accepted before; null where nothing was.</param>
    public static BaselineSeries WithSpreadOf(BaselineSeries fresh, BaselineSeries? before)
    {
        bool isAlike = fresh.Control is { } now && before?.Control is { } then
            && (now.Name, now.Version, fresh.Version, fresh.Data, fresh.Unit) == (then.Name, then.Version, before.Version, before.Data, before.Unit);
        return isAlike
            ? WithResolution(fresh with
            {
                Launches = [.. before!.Launches.Select(launch => MovedLaunch.Of(launch, before, fresh)).Concat(fresh.Launches).TakeLast(BaselineSeries.MostLaunches)],
            })
            : fresh;
    }

    /// <summary>Whether CPU time of the calling thread does not tell all of what the body takes, in one launch at least.</summary>
    public static bool NeedsWall(BaselineSeries series) => series.Launches.Any(launch => launch.Beside is { NeedsWall: true });

    /// <summary>What the rule compares with.</summary>
    /// <param name="series">A series with a control.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    public static BaselineLaunches LaunchesOf(BaselineSeries series, bool inWall) => new(
        series.Control!.In(inWall).LogRatio,
        [.. series.Launches.Select(launch => launch.Beside!.In(inWall)).Select(reading => new Estimate(reading.LogRatio, reading.StandardError))])
    {
        LevelCount = Math.Max(1, series.Launches.Count(launch => launch.Moved is not true)),
    };

    private static BaselineLaunch LaunchOf(Objective objective, ControlledSamples samples, bool inWall, double cpuFloor, double wallFloor)
    {
        double[] values = [.. ControlledValues.Of(objective.Reading, samples, inWall).Where(double.IsFinite)];
        ControlledEstimate cpu = Estimate(inWall: false, cpuFloor);
        ControlledEstimate wall = Estimate(inWall: true, wallFloor);
        return BaselineLaunch.Of((int)Math.Min(samples.Subject.Samples.Iterations, int.MaxValue), values) with
        {
            Beside = new BesideControl(cpu.Calls, samples.NeedsWall, samples.HasHelpers, Reading(cpu, samples.Cpu), Reading(wall, samples.Wall))
            {
                MinorPageFaults = samples.MinorPageFaults is { } faults ? SignificantDigits.Round(faults) : null,
                AllocatedBytes = Math.Round(samples.Subject.Samples.AllocatedBytes.Median()),
                Load = samples.Load is { } load ? Math.Round(load, 2) : null,
            },
        };

        ControlledEstimate Estimate(bool inWall, double floor) =>
            ControlledEstimate.Of(objective.Reading, objective.Metric.Better, samples, inWall, floor);
    }

    private static ClockReading Reading(ControlledEstimate estimate, Surroundings around) => new(
        SignificantDigits.Round(estimate.Estimate.Value),
        SignificantDigits.Round(estimate.Estimate.StandardError),
        estimate.QuietCalls,
        SignificantDigits.Round(around.ControlMedian()),
        SignificantDigits.Round(around.SentinelFloor()));

    private static AcceptedRatio Accepted(BaselineLaunch[] launches, bool inWall, double floor)
    {
        ClockReading[] readings = [.. launches.Select(launch => launch.Beside!.In(inWall))];
        return new AcceptedRatio(
            SignificantDigits.Round(readings.Select(reading => reading.LogRatio).Median()),
            SignificantDigits.Round(floor),
            SignificantDigits.Round(readings.Select(reading => reading.ControlSeconds).Median()));
    }

    // Five launches that are as precise as those of the series and agree as well as launches can.
    private static BaselineSeries WithResolution(BaselineSeries series)
    {
        BaselineLaunches launches = LaunchesOf(series, NeedsWall(series));
        double error = Math.Sqrt(launches.Estimates.Average(estimate => estimate.StandardError * estimate.StandardError));
        Launch best = new(new Estimate(launches.Accepted, error));
        LaunchRule rule = new(Limit: 0, Tolerance: 0, LaunchRule.LuckOfFile, Thresholds.Direction.LowerIsBetter);
        double least = rule.Decide([.. Enumerable.Repeat(best, LaunchRule.MostLaunches)], launches).SmallestDetectableRatio;
        return series with { ResolutionPercent = Math.Round((least - 1) * 100, 2) };
    }
}
