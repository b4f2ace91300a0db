using Perf.Baselines;
using Perf.Measurement;

namespace Perf.Reporting;

/// <summary>A machine in words: what its bodies work on.</summary>
public static class MachineText
{
    /// <summary>The processor, and the device where there is one to work on: <c>AMD EPYC 9654, NVIDIA H100</c>.</summary>
    /// <param name="machine">The machine.</param>
    public static string Of(Fingerprint machine) =>
        DeviceOf(machine) is { } device ? $"{machine.CpuModel}, {device}" : machine.CpuModel;

    /// <summary>The device; null where bodies work on the processor alone.</summary>
    /// <param name="machine">The machine.</param>
    public static string? DeviceOf(Fingerprint machine) => machine.Accelerator == Accelerator.None ? null : machine.Accelerator;
}
