using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Metrics;
using Perf.Reporting;

namespace Perf.Tool.Doctors;

/// <summary>Whether an accelerator is fit: not throttled, and nobody else's. A machine without one is fit for what needs none.</summary>
internal static class DeviceChecks
{
    // What the driver and a display take of an idle device.
    private const long MuchBytes = 1L << 30;

    /// <summary>All of them.</summary>
    /// <param name="device">The device.</param>
    /// <param name="environment">The environment that tests are run in here; null where nothing says it.</param>
    public static IEnumerable<Finding> Of(IDeviceProbe device, string? environment) => device.ReadState() is { } state
        ? [Device(state), Throttling(state), Neighbours(device)]
        : [NoDevice(device.WhyNot, environment)];

    private static Finding NoDevice(string whyNot, string? environment)
    {
        const string Name = "device";
        string found = whyNot.Length == 0 ? "none" : $"none: {whyNot}";
        return environment is not null && Accelerator.IsExpected(environment)
            ? new Finding(
                Name,
                FindingLevel.Bad,
                found,
                $"the environment is {environment}: strict mode fails what promises something about a device",
                "install NVIDIA's driver; into a container pass it with its capabilities compute and utility")
            : Finding.Ok(Name, found);
    }

    private static Finding Device(DeviceState state) => Finding.Ok(
        "device",
        DeviceText.Of(DeviceReport.Of([state with { Throttling = null }])!) + (state.Driver is { } driver ? $", driver {driver}" : ""));

    private static Finding Throttling(DeviceState state) => state.Throttling switch
    {
        null => Finding.Unknown("device throttling"),
        ThrottleReasons.None => Finding.Ok("device throttling", "none"),
        { } reasons => new Finding(
            "device throttling",
            FindingLevel.Bad,
            DeviceGuard.InWords(reasons),
            "a throttled device says nothing of the code: time measured on it is inconclusive",
            "let it cool, or set a clock that it can hold: nvidia-smi --lock-gpu-clocks"),
    };

    private static Finding Neighbours(IDeviceProbe device)
    {
        if (device.ReadMemory() is not { } memory)
        {
            return Finding.Unknown("device memory", device.WhyNot);
        }

        string found = $"{Quantity.Bytes(memory.UsedBytes)} of {Quantity.Bytes(memory.TotalBytes)} used";
        return memory.UsedBytes <= MuchBytes
            ? Finding.Ok("device memory", found)
            : new Finding(
                "device memory",
                FindingLevel.Warning,
                found,
                "other programs are on the device: they take turns with a body, and memory where the driver tells no process's share",
                "end them: nvidia-smi lists them");
    }
}
