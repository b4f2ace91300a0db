namespace Perf.Measurement.Probes;

/// <summary>How much memory is used, by this process or its cgroup and by the whole machine.</summary>
/// <param name="OwnPeakBytes">The most that the own scope held since the peak was reset last, bytes.</param>
/// <param name="OwnScope">"cgroup" where a cgroup limits the memory of this process, otherwise "process".</param>
/// <param name="OwnLimitBytes">The cgroup's limit where there is one, otherwise the machine's memory, bytes.</param>
/// <param name="MachineUsedBytes">What is in use on the machine now and could not be had for the asking, bytes.</param>
/// <param name="MachineTotalBytes">The memory of the machine, bytes.</param>
public sealed record MemoryReading(
    long OwnPeakBytes,
    string OwnScope,
    long OwnLimitBytes,
    long MachineUsedBytes,
    long MachineTotalBytes);
