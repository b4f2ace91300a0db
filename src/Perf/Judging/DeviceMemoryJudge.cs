using Perf.Measurement;
using Perf.Metrics;
using Perf.Objectives;

namespace Perf.Judging;

/// <summary>
/// Judges the peak of device memory: by what the driver says is this process's own, at once; where it does not say, by what has come to be
/// used since the process began, which is suspected of one process and red of two; where nobody looked before, only what all programs use together can pass.
/// </summary>
internal static class DeviceMemoryJudge
{
    public static Judgement Tell(Objective objective, Target.Limit limit, Reading.DeviceMemory reading, LaunchSamples samples)
    {
        if (samples.DeviceMemory is not { } memory)
        {
            return new Judgement(objective, Verdict.NotComparable)
            {
                Reason = $"device memory is not available: {samples.DeviceMemoryMissing}",
                IsExempt = true,
                LacksDevice = true,
            };
        }

        string all = $"{memory.Device}: {Quantity.Bytes(memory.UsedBytes)} of {Quantity.Bytes(memory.TotalBytes)} used";
        return (memory.OwnBytes, memory.AddedBytes) switch
        {
            ({ } own, _) => Held(In(own), Verdict.Regressed, $"{all}, {Quantity.Bytes(own)} by this process"),
            (_, { } added) => Held(
                In(added), Verdict.Inconclusive, $"{all}, {Quantity.Bytes(added)} of them since this process began; the driver does not tell its share"),
            _ => Held(In(memory.UsedBytes), Verdict.Inconclusive, $"{all}; the driver does not tell this process's share: stop other programs and run again"),
        };

        double In(long bytes) => reading.InGigabytes ? bytes / (double)(1L << 30) : 100.0 * bytes / memory.TotalBytes;

        // What was seen can be too much whatever was not seen; only what was seen whole can be little enough.
        Judgement Held(double value, Verdict beyond, string reason) => (value > limit.Value, samples.DeviceMemoryMissing) switch
        {
            (true, _) => new(objective, beyond) { Current = value, Reason = reason, IsSuspected = memory is { OwnBytes: null, BeforeBytes: not null } },
            (_, { } missed) => new(objective, Verdict.Inconclusive) { Current = value, Reason = $"{reason}; not all of it was seen: {missed}" },
            _ => new(objective, Verdict.Pass) { Current = value, Reason = reason },
        };
    }
}
