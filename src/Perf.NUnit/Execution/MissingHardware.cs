using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;

namespace Perf.Execution;

/// <summary>Promises about an accelerator where there is none, or where the body does not use it.</summary>
internal static class MissingHardware
{
    /// <summary>Why a promise cannot be measured here, known once the body has run; null where it can.</summary>
    public static string? Reason(Objective objective) => Reason(objective, MachineProbes.OfThisMachine);

    /// <summary>Why a promise cannot be measured where there are these probes; null where it can.</summary>
    public static string? Reason(Objective objective, MachineProbes probes) => objective.Reading switch
    {
        // Asked anew: what a device did not answer once it may answer now.
        Reading.DeviceMemory when probes.Device.ReadMemory() is null => $"device memory is not available: {probes.Device.WhyNot}",
        Reading.DeviceMemory when probes.Work?.Device is null =>
            "the memory of a CUDA device is promised, and this process has given none anything to do",
        Reading.DeviceTime when probes.Work?.Device is null =>
            "gpu_time is a CUDA device's own time, and this process has given none anything to do",
        _ => null,
    };

    /// <summary>The judgement of a promise that cannot be measured here; null where it can.</summary>
    public static Judgement? Of(Objective objective) => Reason(objective) is { } reason
        ? new Judgement(objective, Verdict.NotComparable) { Reason = reason, IsExempt = true, LacksDevice = true }
        : null;
}
