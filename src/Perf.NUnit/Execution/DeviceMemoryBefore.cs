using NUnit.Framework.Interfaces;
using Perf.Measurement;

namespace Perf.Execution;

/// <summary>
/// Has the memory of the devices read before any fixture takes some of it: where the driver does not tell a process's share, what was used
/// before is subtracted. Only where a test promises something about it, since asking may wake a device.
/// </summary>
internal static class DeviceMemoryBefore
{
    public static void Look(ITest suite)
    {
        if (IsPromised(suite))
        {
            // The first that asks for it reads.
            _ = MachineProbes.OfThisMachine.Device.IsAvailable;
        }
    }

    private static bool IsPromised(ITest test) => test.IsSuite
        ? test.Tests.Any(IsPromised)
        : test.Method?.MethodInfo.IsDefined(typeof(MaxGpuMemoryAttribute), inherit: true) == true;
}
