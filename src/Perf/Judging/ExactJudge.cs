using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Metrics;
using Perf.Objectives;

namespace Perf.Judging;

/// <summary>Judges what is the same in every run: at once, exactly, from one launch.</summary>
public static class ExactJudge
{
    /// <summary>The judgement of one objective that is not noisy.</summary>
    /// <exception cref="MeasurementException">What it needs was not recorded.</exception>
    public static Judgement Tell(Objective objective, Target.Limit limit, LaunchSamples samples)
    {
        Judgement judgement = objective.Reading switch
        {
            Reading.ProcessMemory => Memory(objective, limit, samples),
            Reading.DeviceMemory device => DeviceMemoryJudge.Tell(objective, limit, device, samples),
            _ => Compare(objective, limit, Value(objective.Reading, samples)),
        };
        return judgement with
        {
            Limit = limit.Value,
            Baseline = limit.Baseline,
            Launches = 1,
            Samples = samples.WallSeconds.Count,
            Seconds = samples.WarmUp.Seconds + samples.MeasuredSeconds,
            Device = samples.Device,
            IsImproved = judgement.Verdict == Verdict.Pass && limit.Baseline is { } baseline
                && Better(objective, judgement.Current!.Value, baseline.Value),
        };
    }

    /// <summary>The exact value of a launch.</summary>
    /// <exception cref="MeasurementException">What it needs was not recorded.</exception>
    internal static double Value(Reading reading, LaunchSamples samples) => reading switch
    {
        Reading.Allocations => samples.AllocatedBytes.Min(),
        Reading.HitRate when samples.Hits is { Lookups: > 0 } hits => 100.0 * hits.Hits / hits.Lookups,
        Reading.HitRate rate => throw new MeasurementException(
            $"no cache lookup was counted after {rate.WarmupBatches} warm-up batches: lower warmup_batches or give the body more batches"),
        _ => MathNet.Numerics.Statistics.Statistics.Median(ReadingValues.Of(reading, samples)),
    };

    private static Judgement Compare(Objective objective, Target.Limit limit, double value) =>
        new(objective, Better(objective, value, limit.Value) || value == limit.Value ? Verdict.Pass : Verdict.Regressed)
        {
            Current = value,
        };

    private static bool Better(Objective objective, double value, double than) =>
        objective.Metric.Better == Thresholds.Direction.LowerIsBetter ? value < than : value > than;

    // Neighbours have a share in the machine's memory: only what is this process's own may be red.
    private static Judgement Memory(Objective objective, Target.Limit limit, LaunchSamples samples)
    {
        MemoryReading memory = samples.Memory ?? throw new MeasurementException("memory was not watched");
        double own = 100.0 * memory.OwnPeakBytes / memory.OwnLimitBytes;
        double machine = 100.0 * memory.MachineUsedBytes / memory.MachineTotalBytes;
        string both = $"{memory.OwnScope} peak {Quantity.Bytes(memory.OwnPeakBytes)} of {Quantity.Bytes(memory.OwnLimitBytes)}, "
            + $"machine {Quantity.Bytes(memory.MachineUsedBytes)} of {Quantity.Bytes(memory.MachineTotalBytes)}";
        return (own > limit.Value, machine > limit.Value) switch
        {
            (true, _) => new Judgement(objective, Verdict.Regressed) { Current = own, Reason = both },
            (_, true) => new Judgement(objective, Verdict.Inconclusive)
            {
                Current = machine,
                Reason = $"{both}: the machine is over the limit, but neighbours have a share in that; close other programs and run again",
            },
            _ => new Judgement(objective, Verdict.Pass) { Current = Math.Max(own, machine), Reason = both },
        };
    }

    /// <summary>
    /// Confirms what one process only suspects by what another says: neighbours that take memory of the device at the same moment, twice, are not to be expected.
    /// </summary>
    /// <param name="first">The suspicion.</param>
    /// <param name="second">The same promise, judged of another process.</param>
    public static Judgement Confirm(Judgement first, Judgement second)
    {
        Judgement both = first with
        {
            IsSuspected = false,
            Launches = 2,
            Samples = first.Samples + second.Samples,
            Seconds = first.Seconds + second.Seconds,
        };
        return second switch
        {
            { IsSuspected: true } or { Verdict: Verdict.Regressed } => both with { Verdict = Verdict.Regressed, Current = second.Current, Reason = second.Reason },
            { Verdict: Verdict.Pass } => both with
            {
                Reason = $"{first.Reason}; a fresh process that ran this test alone did not see it again: other programs came and went, or tests before this one have left it taken",
            },
            _ => both with { Reason = $"{first.Reason}; another process could not tell: {second.Reason}" },
        };
    }
}
