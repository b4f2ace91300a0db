using Perf.Measurement.Devices;

namespace Perf.Measurement;

/// <summary>What the bodies of an environment work on: part of what makes two machines comparable.</summary>
public static class Accelerator
{
    /// <summary>Where no accelerator is used.</summary>
    public const string None = "cpu";

    /// <summary>Whether bodies of an environment are to work on an accelerator: its name is <c>gpu</c>, or begins with it (<c>gpu-large</c>).</summary>
    /// <param name="environment">The name of the environment.</param>
    public static bool IsExpected(string environment) => environment.StartsWith("gpu", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The name of the device that CUDA puts first in such an environment, which need not be the first on the bus; <c>no device</c> where
    /// there is none; otherwise <c>cpu</c>.
    /// </summary>
    /// <param name="environment">The name of the environment.</param>
    public static string Of(string environment) => IsExpected(environment)
        ? MachineProbes.OfThisMachine.Work?.First?.Name ?? "no device"
        : None;

    /// <summary>Why times that a process measures are none of a run's numbers; null where they are, or no device is used.</summary>
    /// <param name="used">The device that the process uses; null where it uses none.</param>
    /// <param name="ofRun">The accelerator that the run is one on.</param>
    public static string? Mismatch(DeviceIdentity? used, string ofRun) => (used, ofRun) switch
    {
        (null, _) => null,
        (_, None) => $"the body works on {used.Name}, and a baseline of this environment is of no device: name the environment gpu (PERF_ENVIRONMENT)",
        _ when used.Name != ofRun => $"the body works on {used.Name}, and this run is one on {ofRun}: let CUDA_VISIBLE_DEVICES name the one device",
        _ => null,
    };
}
