using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>What a measurement reads from the machine; a test hands in made-up ones.</summary>
/// <param name="Clock">Wall, thread and process time.</param>
/// <param name="Compiler">Whether the runtime still compiles.</param>
/// <param name="Memory">Memory of process and machine.</param>
/// <param name="Device">Memory and clocks of the accelerator.</param>
public sealed record MachineProbes(IClock Clock, ICompilerProbe Compiler, IMemoryProbe Memory, IDeviceProbe Device)
{
    /// <summary>What this process has an accelerator do; null where nobody asks.</summary>
    public IDeviceWork? Work { get; init; }

    /// <summary>The probes of the machine that this process runs on.</summary>
    public static MachineProbes OfThisMachine { get; } =
        new(SystemClock.Instance, new CompilerProbe(), MemoryProbe.ForThisMachine(), new OnDemandProbe(() => new NvmlProbe())) { Work = new CudaWork() };
}
