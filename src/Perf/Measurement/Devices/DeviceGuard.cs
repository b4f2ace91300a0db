namespace Perf.Measurement.Devices;

/// <summary>Says of what a device measured whether a verdict on time can rest on it.</summary>
public static class DeviceGuard
{
    private const string WayOut = "let it cool, or set a clock that it can hold (nvidia-smi --lock-gpu-clocks), and run again";

    /// <summary>The share of throttled looks beyond which a launch says nothing: one of twenty; a single one in a launch of a second is a tenth.</summary>
    public const double MostThrottled = 0.05;

    /// <summary>Why a launch says nothing of the code; null where it does, or no device was used.</summary>
    /// <param name="device">How the device worked while it was measured.</param>
    public static string? Objection(DeviceReport? device) => device is { Throttled: > MostThrottled and var share, Throttling: var reasons }
        ? FormattableString.Invariant($"{device.Device} was throttled for {share * 100:0} % of the time ({InWords(reasons)})")
        : null;

    /// <summary>The same of one launch, with what to do.</summary>
    /// <param name="device">How the device worked while it was measured.</param>
    public static string? Refusal(DeviceReport? device) => Objection(device) is { } objection ? $"{objection}: {WayOut}" : null;

    /// <summary>What is to be said of launches that say nothing, with what to do; "" where all of them say something.</summary>
    /// <param name="launches">How the device worked in each.</param>
    public static string Objections(IEnumerable<DeviceReport?> launches)
    {
        string[] objections = [.. launches.Select(Objection).OfType<string>()];
        return objections.Length == 0 ? "" : $"{objections[0]}{(objections.Length == 1 ? "" : $", in {objections.Length} launches")}: {WayOut}; ";
    }

    /// <summary>Reasons, one after another.</summary>
    public static string InWords(ThrottleReasons reasons) => string.Join(
        ", ",
        from reason in Words
        where reasons.HasFlag(reason.Reason)
        select reason.Words);

    private static readonly (ThrottleReasons Reason, string Words)[] Words =
    [
        (ThrottleReasons.PowerCap, "power limit"),
        (ThrottleReasons.HardwareSlowdown, "slowed down by the hardware"),
        (ThrottleReasons.SyncBoost, "held back by another device"),
        (ThrottleReasons.SoftwareThermal, "heat, by the driver"),
        (ThrottleReasons.HardwareThermal, "heat, by the hardware"),
        (ThrottleReasons.PowerBrake, "power brake"),
    ];
}
