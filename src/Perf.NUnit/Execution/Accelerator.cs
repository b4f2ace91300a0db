using Perf.Measurement;

namespace Perf.Execution;

/// <summary>What the bodies of an environment work on: part of what makes two machines comparable.</summary>
internal static class Accelerator
{
    /// <summary>Where no accelerator is used.</summary>
    public const string None = "cpu";

    /// <summary>Whether bodies of an environment are to work on an accelerator: its name is <c>gpu</c>, or begins with it (<c>gpu-large</c>).</summary>
    public static bool IsExpected(string environment) => environment.StartsWith("gpu", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the device in such an environment, <c>no device</c> where there is none; otherwise <c>cpu</c>.</summary>
    public static string Of(string environment) => IsExpected(environment)
        ? MachineProbes.OfThisMachine.Device.ReadState()?.Device ?? "no device"
        : None;
}
