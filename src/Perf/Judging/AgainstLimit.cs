using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Judging;

/// <summary>
/// Launches against an absolute limit: ln(x / limit) of every iteration, its median, and the median of its best quarter,
/// which neighbours disturb least.
/// </summary>
/// <param name="source">Where samples come from.</param>
/// <param name="limitOf">The limit of an objective in the unit of its metric, above 0.</param>
public sealed class AgainstLimit(ISampleSource source, Func<Objective, Target.Limit> limitOf) : IComparison
{
    // The logarithm of nothing is no number: a stage that the clock could not see took at least this.
    private const double LeastPositive = 1e-12;

    private readonly Dictionary<Objective, List<Launch>> _launches = [];
    private readonly List<DeviceReport?> _devices = [];

    /// <inheritdoc />
    public IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> Next(IReadOnlyCollection<Objective> undecided)
    {
        LaunchSamples samples = source.Next();
        _devices.Add(samples.Device);
        return undecided.ToDictionary(objective => objective, objective => Add(objective, samples));
    }

    /// <inheritdoc />
    public LaunchRule RuleOf(Objective objective) =>
        new(0, objective.TolerancePercent / 100, LaunchRule.LuckAgainstLimit, objective.Metric.Better);

    /// <inheritdoc />
    public Target.Limit LimitOf(Objective objective) => limitOf(objective);

    /// <inheritdoc />
    public Judgement Complete(Judgement judgement, IReadOnlyList<Launch> launches)
    {
        judgement = judgement with { Device = DeviceReport.Of(_devices) };
        if (judgement.Verdict != Verdict.Inconclusive)
        {
            return judgement;
        }

        string throttled = DeviceGuard.Objections(_devices);
        if (launches.Count == 0)
        {
            return judgement with { Reason = $"{throttled}{judgement.Reason}" };
        }

        // Estimates are turned so that more is worse; a reader wants to see a rate below its limit as less than 1.
        double turn = judgement.Objective.Metric.Better == Direction.LowerIsBetter ? 1 : -1;
        double typical = Math.Exp(turn * launches.Average(launch => launch.Typical.Value));
        double best = Math.Exp(turn * launches.Average(launch => launch.Quiet.Value));
        double detectable = Math.Pow(judgement.Decision!.Value.SmallestDetectableRatio, turn);
        return judgement with
        {
            Reason = $"{throttled}too close to the limit to tell {judgement.Reason} "
                + FormattableString.Invariant($"(×{typical:0.000} of the limit over all iterations, ")
                + FormattableString.Invariant($"×{best:0.000} over the quietest quarter; this run tells ×{detectable:0.000}): ")
                + "run again on a quieter machine, raise PERF_BUDGET, or widen the limit",
        };
    }

    /// <summary>What the samples say of one noisy objective.</summary>
    /// <exception cref="MeasurementException">The samples or the limit have no ratio to tell.</exception>
    public static Launch Of(Objective objective, LaunchSamples samples, double limit)
    {
        if (!(limit > 0))
        {
            throw new MeasurementException(FormattableString.Invariant(
                $"{objective.Metric.Name} is noisy and has no ratio to a limit of {limit}: give a limit above 0"));
        }

        return objective.Reading is Reading.TailRatio tail
            ? OfTail(tail, samples, limit)
            : OfIterations(objective, samples, limit);
    }

    private IReadOnlyList<Launch> Add(Objective objective, LaunchSamples samples)
    {
        if (!_launches.TryGetValue(objective, out List<Launch>? launches))
        {
            _launches.Add(objective, launches = []);
        }

        if (DeviceGuard.Objection(samples.Device) is null)
        {
            launches.Add(Of(objective, samples, limitOf(objective).Value));
        }

        return launches;
    }

    private static Launch OfTail(Reading.TailRatio tail, LaunchSamples samples, double limit)
    {
        Estimate ratio = RobustStatistics.LogTailRatio(ReadingValues.OfTail(tail, samples), tail.Percentile);
        return double.IsFinite(ratio.Value) && double.IsFinite(ratio.StandardError)
            ? new Launch(ratio with { Value = ratio.Value - Math.Log(limit) })
            : throw new MeasurementException(
                $"instrument {tail.Instrument} recorded nothing but zeros, or nearly so: a tail ratio needs values above 0, "
                + "a finer unit for instance");
    }

    private static Launch OfIterations(Objective objective, LaunchSamples samples, double limit)
    {
        double sign = objective.Metric.Better == Direction.LowerIsBetter ? 1 : -1;
        double[] logs = [.. ReadingValues.Of(objective.Reading, samples)
            .Select(value => sign * Math.Log(Math.Max(value, LeastPositive) / limit))];
        return new Launch(RobustStatistics.Median(logs), RobustStatistics.QuietMedian(logs));
    }
}
